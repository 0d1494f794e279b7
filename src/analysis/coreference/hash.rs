//! Words and features as numbers.

/// A word as a number (FNV-1a).
pub fn text_hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Murmur's mixing of 32 bits.
pub fn mix(hash: u32, value: u32) -> u32 {
    let mut value = value
        .wrapping_mul(0xcc9e_2d51)
        .rotate_left(15)
        .wrapping_mul(0x1b87_3593);
    value = (hash ^ value)
        .rotate_left(13)
        .wrapping_mul(5)
        .wrapping_add(0xe654_6b64);
    value ^= value >> 16;
    value = value.wrapping_mul(0x85eb_ca6b);
    value ^ value >> 13
}
