//! Whether a text is English, by how many of its words are the commonest English ones.

use super::Block;

const COMMON: [&str; 60] = [
    "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "it", "on", "with", "as",
    "he", "be", "at", "by", "this", "had", "not", "are", "but", "from", "or", "have", "an", "they",
    "which", "one", "you", "were", "her", "all", "she", "there", "would", "their", "we", "him",
    "been", "has", "when", "who", "will", "more", "no", "if", "out", "so", "said", "what", "up",
    "its", "about", "into", "than", "them", "can", "i",
];

/// Shortest text, in words, of which a language is told.
const ENOUGH: usize = 20;

/// Share of common words, in hundredths, from which a text is taken for English. English prose has about forty; other
/// languages of the same letters have less than ten.
const ENGLISH: usize = 15;

/// Share under which a single block is taken for another language: English lists of names have few common words too.
const FOREIGN: usize = 8;

/// Whether a text is English; `None` where it is too short to tell.
pub(super) fn is_english(text: &str) -> Option<bool> {
    common(text).map(|share| share >= ENGLISH)
}

/// Marks blocks that are in another language. Blocks too short or too mixed to tell go with the article.
pub(super) fn mark_foreign(blocks: &mut [Block], english: bool) {
    for block in blocks {
        block.foreign = match common(&block.text) {
            Some(share) if share >= ENGLISH => false,
            Some(share) if share < FOREIGN => true,
            _ => !english,
        };
    }
}

/// Share of common English words among the words, in hundredths. Figures and abbreviations are words of no language.
fn common(text: &str) -> Option<usize> {
    let mut rest = text;
    let (mut n_words, mut n_common) = (0usize, 0usize);
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '\'';
    while n_words < 4000 {
        rest = rest.trim_start_matches(|letter| !in_word(letter));
        let length = rest.find(|letter| !in_word(letter)).unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        let (word, behind) = rest.split_at(length);
        rest = behind;
        if word.chars().all(char::is_numeric) || is_abbreviation(word, behind) {
            continue;
        }
        n_words += 1;
        // The longest of them have five letters.
        n_common +=
            usize::from(word.len() <= 5 && COMMON.contains(&word.to_ascii_lowercase().as_str()));
    }
    // Scripts without blanks give few words but many letters.
    let dense = n_words > 0 && text.len() / n_words > 60;
    (n_words >= ENOUGH || dense && text.len() > 200).then(|| n_common * 100 / n_words)
}

/// "U.S.", "Comm. of", "approx. 40": a stop behind which no sentence begins, or between letters.
fn is_abbreviation(word: &str, behind: &str) -> bool {
    let Some(behind) = behind.strip_prefix('.') else {
        return false;
    };
    let next = behind.chars().find(|letter| !letter.is_whitespace());
    let goes_on = |letter: char| {
        letter.is_lowercase() || letter.is_ascii_digit() || matches!(letter, ',' | ';' | '&' | ')')
    };
    word.chars().nth(1).is_none() || next.is_some_and(goes_on)
}

#[cfg(test)]
mod tests {
    use super::is_english;

    #[test]
    fn tells_english_from_its_neighbours() {
        let english = "The ferry leaves the quay at noon and nobody in the town hall has asked who will be on it when it comes back in the evening.";
        let german = "Die Fähre verlässt den Kai am Mittag und niemand im Rathaus hat gefragt, wer am Abend noch auf ihr sein wird, wenn sie zurückkommt.";
        assert_eq!(is_english(english), Some(true));
        assert_eq!(is_english(german), Some(false));
        let abbreviated = "Capt. J. R. Lind, D.Sc., Ph.D., of the U.S. Dept. of Agric. & Comm., met Lt. Col. A. B. Orr, R.N., at St. Ives, approx. 40 mi. from Ft. Hale, Mass., on Tues., Sept. 9, at 4 p.m. to sign for the Assn. of Eng. & Sci. Socs. and the Natl. Inst. of Tech.";
        assert_eq!(is_english(abbreviated), Some(true));
        assert_eq!(is_english("Short."), None);
    }
}
