//! Words of conditions, for which the mends of trees and the rules of claims look alike.

/// Words that lead in a condition.
pub const LEADING: [&str; 8] = [
    "if",
    "unless",
    "provided",
    "providing",
    "assuming",
    "supposing",
    "suppose",
    "lest",
];

/// Auxiliaries that open a condition in front of its subject: "Had the council acted, …".
pub const INVERTED: [&str; 3] = ["had", "were", "should"];

/// Auxiliaries of what is not so, under a condition.
pub const UNREAL: [&str; 4] = ["would", "'d", "could", "might"];
