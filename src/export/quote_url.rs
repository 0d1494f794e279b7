//! An address that shows the words of a claim where they stand: a text fragment.

use super::identity::percent_encoded;

/// The address with a text fragment that shows the words: the first and last ones where they are many.
pub(super) fn quote_url(url: &str, text: &str) -> String {
    let piece = text
        .split(" … ")
        .max_by_key(|piece| piece.len())
        .unwrap_or(text);
    let words: Vec<&str> = piece.split_whitespace().collect();
    let encoded = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| word_encoded(word)).collect();
        words.join("%20")
    };
    let directive = if words.len() > 8 {
        let (first, last) = (&words[..4], &words[words.len() - 3..]);
        format!("{},{}", encoded(first), encoded(last))
    } else {
        encoded(&words)
    };
    // An article may state any address; a line break would part a row of CSV.
    let base: String = url
        .split('#')
        .next()
        .unwrap_or(url)
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    format!("{base}#:~:text={directive}")
}

/// All but unreserved characters are encoded; `-` too, which parts the directive.
fn word_encoded(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '~') {
            out.push(letter);
        } else {
            percent_encoded(letter, &mut out);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quote_urls_name_the_first_and_last_words() {
        let text = "visits to the branch rose 12 percent last year";
        assert_eq!(
            quote_url("https://a.example/x#top", text),
            "https://a.example/x#:~:text=visits%20to%20the%20branch,percent%20last%20year"
        );
        assert_eq!(
            quote_url("https://a.example/\r\n=x", "late"),
            "https://a.example/=x#:~:text=late"
        );
    }
}
