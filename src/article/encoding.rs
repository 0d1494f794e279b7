//! Bytes → text, by the Encoding Standard.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes a file's bytes; gives the text and the name of the encoding (Encoding Standard).
///
/// A byte order mark decides; then valid UTF-8; then zero bytes at every other place (UTF-16); then a `charset` in the
/// first 1024 bytes, where the page states one; then Windows-1252. Malformed bytes become U+FFFD. Linear.
pub fn decode(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return (text.into_owned(), encoding.name());
    }
    let encoding = utf_16(bytes)
        .or_else(|| std::str::from_utf8(bytes).is_ok().then_some(UTF_8))
        .or_else(|| stated(bytes))
        .unwrap_or(WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}

/// UTF-16 without a mark: in English every other byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1024)];
    if sample.len() < 4 {
        return None;
    }
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 2 * 7 / 10;
    match () {
        _ if odd > many && even == 0 => Some(UTF_16LE),
        _ if even > many && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The label behind `charset=`; UTF-8 is not believed, since the bytes were no UTF-8.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let label = head.split_once("charset=")?.1.trim_start_matches(['"', '\'']);
    let label: String = label.chars().take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':')).collect();
    Encoding::for_label(label.as_bytes()).filter(|&encoding| encoding != UTF_8)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn each_encoding_is_told() {
        assert_eq!(decode("a café".as_bytes()), ("a café".into(), "UTF-8"));
        assert_eq!(decode(b"\xef\xbb\xbfcaf\xc3\xa9"), ("café".into(), "UTF-8"));
        assert_eq!(decode(b"\xff\xfeh\0i\0"), ("hi".into(), "UTF-16LE"));
        assert_eq!(decode(b"h\0i\0 \0y\0o\0u\0"), ("hi you".into(), "UTF-16LE"));
        assert_eq!(decode(b"caf\xe9 \x93ok\x94"), ("café “ok”".into(), "windows-1252"));
        assert_eq!(decode(b"<meta charset=\"iso-8859-2\">\xb1").1, "ISO-8859-2");
        assert_eq!(decode(b""), (String::new(), "UTF-8"));
    }
}
