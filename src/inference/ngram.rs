//! Words and pairs of words as they stand: what a linear score, beside the encoder's, tells of a stretch of words.
//!
//! The encoder sees senses, this sees wordings ("voted for", "percent of"); the two are wrong in different places (wide
//! and deep, Cheng et al. 2016). The trainer calls this code too.

/// Each word and each pair of words is an id below this.
pub const N_NGRAMS: usize = 1 << 16;

/// Ids of the words and of the pairs of adjoining words, each once and in order; lower case, numbers alike.
pub fn ngrams(words: &[&str]) -> Vec<u16> {
    let plain: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let single = plain.iter().map(|word| bucket(word, ""));
    let pairs = plain.windows(2).map(|pair| bucket(&pair[0], &pair[1]));
    let mut ids: Vec<u16> = single.chain(pairs).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// `1,200` → `0,0`; curly apostrophes are straight.
fn plain(word: &str) -> String {
    let mut plain = String::new();
    for letter in word.chars().flat_map(char::to_lowercase) {
        let letter = match letter {
            '’' => '\'',
            _ if letter.is_numeric() => '0',
            _ => letter,
        };
        if letter != '0' || !plain.ends_with('0') {
            plain.push(letter);
        }
    }
    plain
}

/// FNV-1a, folded to 16 bits.
fn bucket(first: &str, second: &str) -> u16 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in first.bytes().chain([0]).chain(second.bytes()) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ (hash >> 16)) as u16
}

#[cfg(test)]
mod tests {
    use super::ngrams;

    #[test]
    fn numbers_and_case_are_alike() {
        assert_eq!(
            ngrams(&["It", "cost", "1,200"]),
            ngrams(&["it", "cost", "37,5"])
        );
        assert_ne!(ngrams(&["it", "cost"]), ngrams(&["cost", "it"]));
        assert_eq!(ngrams(&["a", "b", "c"]).len(), 5);
        assert_eq!(ngrams(&[]), [0; 0]);
    }
}
