//! Claims said as sentences of their own, with all stages before. Each text is written on Wednesday, 25 November 2026.

use super::{Edit, Obstacle, Standalone};
use crate::testing::claims;

/// What became of each claim of a text: its sentence, or what kept it back.
fn outcomes(text: &str) -> Vec<Result<Standalone, Obstacle>> {
    let claims = claims(text, Some("2026-11-25")).into_iter();
    claims.map(|claim| claim.standalone).collect()
}

#[test]
fn probe() {
    for line in std::fs::read_to_string("/tmp/probe-standalone.txt")
        .unwrap()
        .lines()
    {
        println!("# {line}");
        for claim in claims(line, Some("2026-11-25")) {
            match claim.standalone {
                Err(o) => println!(
                    "   - {o} {:?}",
                    claim.spans.iter().map(|s| s.of(line)).collect::<Vec<_>>()
                ),
                Ok(s) => {
                    println!("   = {}", s.text);
                    for e in &s.edits {
                        if e.reason.label() != "full_stop" && e.reason.label() != "capital" {
                            println!(
                                "       {:?} {} → {} {:?} {:?}",
                                e.reason,
                                e.from,
                                e.to,
                                e.origin.map(|o| o.of(line)),
                                e.probability
                            );
                        }
                    }
                    if !s.unresolved.is_empty() {
                        println!(
                            "       open {:?}",
                            s.unresolved
                                .iter()
                                .map(|u| (u.at.of(&s.text), &u.guess))
                                .collect::<Vec<_>>()
                        );
                    }
                }
            }
        }
    }
}
