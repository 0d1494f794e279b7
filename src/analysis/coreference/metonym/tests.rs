use super::is_of;

#[test]
fn adjectives_of_places() {
    for (adjective, place) in [
        ("norwegian", "norway"),
        ("orrinese", "orrin"),
        ("polish", "poland"),
        ("french", "france"),
        ("iraqi", "iraq"),
    ] {
        assert!(is_of(adjective, place), "{adjective} {place}");
    }
    for (adjective, place) in [
        ("norwegian", "sweden"),
        ("portland", "portugal"),
        ("mali", "malta"),
        ("german", "greece"),
        ("danish", "dan"),
        ("iranian", "ira"),
    ] {
        assert!(!is_of(adjective, place), "{adjective} {place}");
    }
}
