//! The project's chores: `cargo xtask serve | check | analyze | predict | evaluate | measure | build`.

fn main() {}
