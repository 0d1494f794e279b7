//! Bytes → text, by the Encoding Standard.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

/// Decodes a file's bytes; gives the text and the name of the encoding (Encoding Standard).
///
/// A byte order mark decides; then zero bytes at every other place (UTF-16); then valid UTF-8, a few broken letters
/// apart; then what the page states in its first bytes; then the frequencies of bytes, as browsers take them for pages
/// that state nothing. Malformed bytes become U+FFFD. Linear.
pub fn decode(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return (text.into_owned(), encoding.name());
    }
    let utf_16 = utf_16(bytes);
    if let (None, Ok(text)) = (utf_16, std::str::from_utf8(bytes)) {
        return (text.to_string(), UTF_8.name());
    }
    let mended = || is_broken_utf_8(bytes).then_some(UTF_8);
    let encoding = utf_16
        .or_else(mended)
        .or_else(|| stated(bytes))
        .unwrap_or_else(|| detected(bytes));
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}

/// UTF-16 without a mark: in English every other byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1024)];
    if sample.len() < 4 {
        return None;
    }
    let zeros = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 2 * 7 / 10;
    match () {
        _ if odd > many && even == 0 => Some(UTF_16LE),
        _ if even > many && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes were UTF-8 before they were cut and joined: one broken letter for three whole ones at most.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut n_whole, mut n_broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        n_whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_broken * 3 <= n_whole
}

/// The label behind `charset=`, or behind `encoding=` of an XML declaration. UTF-8 and UTF-16 are not believed, since the
/// bytes were neither.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let declaration = head
        .trim_start()
        .starts_with("<?xml")
        .then(|| head.find("encoding="))
        .flatten();
    let places = declaration.map(|at| at + "encoding=".len()).into_iter();
    let places = places.chain(
        head.match_indices("charset=")
            .map(|(at, label)| at + label.len()),
    );
    let of_label = |at: usize| {
        let label = head[at..].trim_start_matches(['"', '\'', ' ']);
        let length = label
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))
            .count();
        Encoding::for_label(&label.as_bytes()[..length])
    };
    let no_use = [UTF_8, UTF_16LE, UTF_16BE, REPLACEMENT, X_USER_DEFINED];
    places
        .take(20)
        .filter_map(of_label)
        .find(|encoding| !no_use.contains(encoding))
}

/// What the bytes are most likely to be.
fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
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
        assert_eq!(
            decode(b"caf\xe9 \x93ok\x94"),
            ("café “ok”".into(), "windows-1252")
        );
        assert_eq!(decode(b"<meta charset=\"iso-8859-2\">\xb1").1, "ISO-8859-2");
        assert_eq!(decode(b""), (String::new(), "UTF-8"));
    }

    #[test]
    fn what_states_nothing_is_told_by_its_bytes() {
        let texts = [
            (
                "windows-1252",
                "It costs £4 – “cheap”, she says, for Zoë’s façade.",
            ),
            (
                "windows-1250",
                "Zarząd portu zamknął północną śluzę dla statków, gdy inżynierowie znaleźli pęknięcia w progu.",
            ),
            (
                "ISO-8859-2",
                "Zarząd portu zamknął północną śluzę dla statków, gdy inżynierowie znaleźli pęknięcia w progu.",
            ),
            (
                "windows-1251",
                "Портовое управление закрыло северный шлюз для грузовых судов.",
            ),
            (
                "KOI8-U",
                "Портовое управление закрыло северный шлюз для грузовых судов.",
            ),
            (
                "Shift_JIS",
                "港湾局は技術者が敷居にひびを見つけたため、北の水門を貨物船に対して閉鎖した。",
            ),
            (
                "EUC-JP",
                "港湾局は技術者が敷居にひびを見つけたため、北の水門を貨物船に対して閉鎖した。",
            ),
            (
                "GBK",
                "港务局在工程师发现门槛有裂缝后，对货船关闭了北闸，并且不知道什么时候会重新开放。",
            ),
            (
                "Big5",
                "港務局在工程師發現門檻有裂縫後，對貨船關閉了北閘，並且不知道什麼時候會重新開放。",
            ),
        ];
        for (name, text) in texts {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable);
            assert_eq!(decode(&bytes), (text.to_string(), name));
        }
    }

    #[test]
    fn broken_and_misstated_bytes() {
        let mut bytes = "“Zoë’s” café".as_bytes().to_vec();
        bytes.pop();
        assert_eq!(decode(&bytes), ("“Zoë’s” caf\u{fffd}".into(), "UTF-8"));
        assert_eq!(
            decode(b"<?xml version='1.0' encoding='iso-8859-2'?>\xb1").1,
            "ISO-8859-2"
        );
        assert_eq!(
            decode(b"<script charset=utf-8></script><meta charset=iso-8859-2>\xb1").1,
            "ISO-8859-2"
        );
        assert_eq!(
            decode(b"<meta charset=utf-16><p>caf\xe9").0,
            "<meta charset=utf-16><p>café"
        );
        assert_eq!(
            decode(b"<meta charset=iso-2022-kr><p>caf\xe9").0,
            "<meta charset=iso-2022-kr><p>café"
        );
    }
}
