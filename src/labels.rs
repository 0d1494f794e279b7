//! Closed sets of labels: values that the compiler knows, each with the word that corpora and reports write for it.

use std::fmt;

/// A label that this version has no value for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLabel(pub String);

impl fmt::Display for UnknownLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the label {:?} is unknown", self.0)
    }
}

impl std::error::Error for UnknownLabel {}

/// Declares a closed set of labels, in order: the value in Rust and the label.
macro_rules! labels {
    ($(#[$doc:meta])* $visibility:vis enum $name:ident { $($value:ident = $label:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $(#[doc = concat!("`", $label, "`")] $value,)*
        }

        #[allow(dead_code, reason = "each set has all ways to ask it")]
        impl $name {
            /// All values, in the order of their declaration.
            pub const ALL: &[$name] = &[$($name::$value,)*];

            /// The label.
            pub const fn label(self) -> &'static str {
                match self {
                    $($name::$value => $label,)*
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::labels::UnknownLabel;

            fn from_str(label: &str) -> Result<Self, Self::Err> {
                let known = $name::ALL.iter().find(|known| known.label() == label);
                known.copied().ok_or_else(|| $crate::labels::UnknownLabel(label.to_string()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.label())
            }
        }
    };
}

pub(crate) use labels;
