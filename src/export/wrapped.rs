//! Words in lines of a box.

/// Lines of at most `width` letters, of which wide ones (Chinese, emoji) count two; longer words are cut.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut filled) = (String::new(), 0);
    for word in text.split_whitespace() {
        let wide = word.chars().map(breadth).sum::<usize>();
        if filled > 0 && filled + 1 + wide > width {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        } else if filled > 0 {
            line.push(' ');
            filled += 1;
        }
        for letter in word.chars() {
            if filled + breadth(letter) > width {
                lines.push(std::mem::take(&mut line));
                filled = 0;
            }
            line.push(letter);
            filled += breadth(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn breadth(letter: char) -> usize {
    match letter {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' => 2,
        '\u{FF00}'..='\u{FF60}' | '\u{1F000}'.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_all_words_and_their_width() {
        assert_eq!(wrapped("The ferry is late.", 9), ["The ferry", "is late."]);
        assert_eq!(
            wrapped("antidisestablishment", 8),
            ["antidise", "stablish", "ment"]
        );
        assert_eq!(wrapped("a 📚📚📚", 4), ["a", "📚📚", "📚"]);
        assert!(wrapped(" \n", 4).is_empty());
    }
}
