//! Words and punctuation marks, cut as Universal Dependencies' English treebanks cut them.

use crate::span::ByteSpan;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A token in a stretch of text, with what boundaries depend on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RawToken {
    pub span: ByteSpan,
    /// Whether white space or the start of the text comes before it.
    pub spaced: bool,
}

/// For each abbreviation whether a name follows it.
pub(super) static ABBREVIATIONS: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
    let lines = include_str!("abbreviations.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(form, follows)| (form, follows == "name"))
        .collect()
});

/// Prefixes that stay with their word: "co-workers", "pre-war", "e-mail". All other hyphens are tokens.
const PREFIXES: [&str; 23] = [
    "anti", "co", "counter", "cross", "de", "e", "ex", "inter", "mid", "mini", "multi", "neo",
    "non", "post", "pre", "pro", "pseudo", "re", "semi", "sub", "super", "un", "x",
];

/// Endings that are words of their own, longest first.
const CLITICS: [&str; 8] = ["n't", "'ll", "'re", "'ve", "'s", "'m", "'d", "'S"];

/// Words that are two, written as one, with the letters of the first; those that lost an apostrophe too.
const DOUBLES: [(&str, usize); 36] = [
    ("cannot", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("wanna", 3),
    ("lemme", 3),
    ("gimme", 3),
    ("outta", 3),
    ("alot", 1),
    ("aint", 2),
    ("arent", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("hadnt", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("isnt", 2),
    ("shouldnt", 6),
    ("wasnt", 3),
    ("werent", 4),
    ("wont", 2),
    ("wouldnt", 5),
    ("im", 1),
    ("ive", 1),
    ("youre", 3),
    ("youve", 3),
    ("youll", 3),
    ("theyre", 4),
    ("theyve", 4),
    ("theyll", 4),
    ("thats", 4),
    ("whats", 4),
    ("theres", 5),
    ("weve", 2),
];

/// Cuts a text into tokens. Linear: each stretch between blanks is looked at a bounded number of times.
pub(super) fn tokens(text: &str) -> Vec<RawToken> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() {
            if let Some(start) = start.take() {
                chunk(text, start, at, &mut tokens);
            }
        } else {
            start.get_or_insert(at);
        }
    }
    if let Some(start) = start {
        chunk(text, start, text.len(), &mut tokens);
    }
    tokens
}

/// What a character is to the tokeniser.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    Digit,
    Apostrophe,
    Hyphen,
    Stop,
    /// A mark that repeats as one token: `...`, `!!`, `--`, `**`.
    Run,
    /// Any other mark, alone.
    Mark,
}

fn class(letter: char) -> Class {
    match letter {
        '\'' | '’' => Class::Apostrophe,
        '-' | '‐' | '‑' => Class::Hyphen,
        '.' => Class::Stop,
        '!' | '?' | '—' | '–' | '―' | '…' | '*' | '=' | '_' | '~' | '$' | '<' | '>' | '+'
        | '\\' | '/' | '|' | '^' => Class::Run,
        _ if letter.is_numeric() => Class::Digit,
        _ if letter.is_alphabetic() || is_joiner(letter) => Class::Letter,
        _ => Class::Mark,
    }
}

/// Marks that combine with the letter before them: accents, variation selectors, joiners.
fn is_joiner(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
        || matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe0f}' | '\u{ad}')
}

/// Cuts the stretch `start..end`, which holds no white space.
fn chunk(text: &str, start: usize, end: usize, tokens: &mut Vec<RawToken>) {
    parts(
        text,
        start,
        end,
        &mut Output {
            tokens,
            spaced: true,
        },
    );
}

struct Output<'a> {
    tokens: &'a mut Vec<RawToken>,
    spaced: bool,
}

impl Output<'_> {
    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.tokens.push(RawToken {
                span: ByteSpan { start, end },
                spaced: self.spaced,
            });
            self.spaced = false;
        }
    }
}

/// A mail address, file name or name with dots is no longer, in bytes: what goes on beyond it is none.
const LONGEST_NAME: usize = 256;

/// No more bytes before a stop are read to tell whether it belongs to its word.
const LONGEST_ABBREVIATION: usize = 64;

/// A word has no more clitics: "y'all'd've".
const MOST_CLITICS: usize = 4;

/// Length of a web or mail address, a file name or a name with dots at the start, without the punctuation behind it.
fn address(rest: &str) -> Option<usize> {
    let web = ["http://", "https://", "ftp://", "www."]
        .iter()
        .any(|scheme| starts_with_ignoring_case(rest, scheme));
    let closing = ['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’'];
    if web {
        let end = rest.find(['<', '>', '"', '“', '”']).unwrap_or(rest.len());
        return Some(rest[..end].trim_end_matches(closing).len());
    }
    let of_name = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'@')
    };
    let length = rest
        .bytes()
        .take(LONGEST_NAME + 1)
        .take_while(of_name)
        .count();
    let name = if length > LONGEST_NAME {
        ""
    } else {
        rest[..length].trim_end_matches(closing)
    };
    let mail = name.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.starts_with(|letter: char| letter.is_ascii_alphanumeric())
    });
    let is_name =
        |piece: &str| piece.len() > 1 && piece.bytes().all(|byte| byte.is_ascii_lowercase());
    let dotted = name.matches('.').count() > 1 && name.split('.').all(is_name);
    let file = name.contains('_')
        && name
            .split('_')
            .all(|piece| piece.starts_with(|letter: char| letter.is_ascii_alphanumeric()));
    let hashtag = rest
        .strip_prefix('#')
        .filter(|tag| tag.starts_with(char::is_alphabetic))
        .map(|tag| {
            1 + tag
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .unwrap_or(tag.len())
        });
    hashtag.or((mail || dotted || file).then_some(name.len()))
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// Length of a face made of marks that is all that is left of a chunk: ":)", ";-)", ":(", ":D".
fn face(rest: &str) -> Option<usize> {
    let (eyes, mouth) = rest.split_at_checked(1)?;
    let mouth = mouth.strip_prefix('-').unwrap_or(mouth);
    let known = matches!(mouth, ")" | "))" | "(" | "D" | "P" | "p" | "/" | "|");
    (matches!(eyes, ":" | ";" | "=") && known).then_some(rest.len())
}

fn parts(text: &str, start: usize, end: usize, out: &mut Output) {
    let chunk_end = end;
    let mut at = start;
    let mut in_brackets = false;
    while at < chunk_end {
        let rest = &text[at..chunk_end];
        let Some(first) = rest.chars().next() else {
            break;
        };
        let fresh = at == start
            || !class_before(text, at)
                .is_some_and(|class| matches!(class, Class::Letter | Class::Digit));
        in_brackets |= text[start..at].ends_with('(');
        if let Some(length) = address(rest)
            .filter(|_| fresh)
            .or_else(|| face(rest).filter(|_| !in_brackets))
        {
            out.push(at, at + length);
            at += length;
            continue;
        }
        let length = match class(first) {
            Class::Letter | Class::Digit => word_length(rest, at == start),
            Class::Stop | Class::Run | Class::Hyphen => run_length(rest, first),
            Class::Apostrophe => apostrophe_length(rest, at == start),
            Class::Mark => picture(rest)
                .unwrap_or_else(|| first.len_utf8() + joined(&rest[first.len_utf8()..])),
        };
        let is_word = matches!(
            class(first),
            Class::Letter | Class::Digit | Class::Apostrophe
        ) && length > first.len_utf8();
        if is_word {
            word(text, at, at + length, out)
        } else {
            out.push(at, at + length)
        }
        at += length;
    }
}

fn class_before(text: &str, at: usize) -> Option<Class> {
    text[..at].chars().next_back().map(class)
}

/// Bytes of the marks that combine with what stands before.
fn joined(rest: &str) -> usize {
    rest.chars()
        .take_while(|&letter| is_joiner(letter))
        .map(char::len_utf8)
        .sum()
}

/// Bytes of an emoji of several characters: one with a tone of skin, several that are joined to one, the two letters of
/// a flag.
fn picture(rest: &str) -> Option<usize> {
    let is_letter_of_flag = |letter: char| matches!(letter, '\u{1f1e6}'..='\u{1f1ff}');
    let is_tone = |letter: char| matches!(letter, '\u{1f3fb}'..='\u{1f3ff}');
    let is_picture = |letter: char| {
        matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
            && !is_letter_of_flag(letter)
    };
    let mut letters = rest.char_indices().peekable();
    let (_, first) = letters.next()?;
    let mut length = first.len_utf8();
    if is_letter_of_flag(first) {
        let (_, second) = letters
            .next()
            .filter(|&(_, letter)| is_letter_of_flag(letter))?;
        return Some(length + second.len_utf8());
    }
    if !is_picture(first) {
        return None;
    }
    let mut joins = false;
    for (at, letter) in letters {
        if !(is_tone(letter) || is_joiner(letter) || joins && is_picture(letter)) {
            break;
        }
        joins = letter == '\u{200d}';
        length = at + letter.len_utf8();
    }
    Some(length)
}

fn run_length(rest: &str, first: char) -> usize {
    let alike = |marks: &[char], letter: &char| marks.contains(&first) && marks.contains(letter);
    let same = |letter: &char| {
        *letter == first || alike(&['.', '!', '?'], letter) || alike(&['-', '='], letter)
    };
    rest.chars().take_while(same).map(char::len_utf8).sum()
}

/// "'90s", "'em", "'s" after a quotation mark; else the mark alone.
fn apostrophe_length(rest: &str, first: bool) -> usize {
    let mark = rest.chars().next().map_or(0, char::len_utf8);
    let behind = &rest[mark..];
    let digits: usize = behind.chars().take_while(char::is_ascii_digit).count();
    if first
        && digits == 2
        && behind[2..].starts_with('s')
        && !behind[3..].starts_with(char::is_alphanumeric)
    {
        return mark + 3;
    }
    let letters: String = behind
        .chars()
        .take(4)
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    let known = match letters.to_lowercase().as_str() {
        "s" | "re" | "ve" | "ll" | "d" | "m" => !first,
        "em" | "til" | "tis" | "twas" | "cause" => first,
        _ => false,
    };
    if known { mark + letters.len() } else { mark }
}

/// Length of the word at the start of `rest`: letters and digits with the marks that hold them together.
fn word_length(rest: &str, chunk_start: bool) -> usize {
    let mut at = 0;
    let mut letters = rest.char_indices().peekable();
    let mut last = Class::Mark;
    while let Some((index, letter)) = letters.next() {
        let here = class(letter);
        let next = letters.peek().map(|&(_, letter)| letter);
        let next_class = next.map(class);
        let holds = match here {
            Class::Letter | Class::Digit => true,
            Class::Apostrophe => next_class == Some(Class::Letter) && last != Class::Mark,
            // 713-853, but "well-known" is three; a known prefix stays.
            Class::Hyphen => {
                (last == Class::Digit && next_class == Some(Class::Digit))
                    || (next_class == Some(Class::Letter) && PREFIXES.contains(&rest[..index].to_lowercase().as_str()))
                    // A word broken off: "th- that".
                    || (next.is_none() && index <= 2 && last == Class::Letter)
            }
            Class::Stop => holds_stop(rest, index, last, next, chunk_start),
            Class::Mark => {
                (matches!(letter, ',' | ':' | '.')
                    && last == Class::Digit
                    && next_class == Some(Class::Digit))
                    || (letter == '&'
                        && last == Class::Letter
                        && index <= 2
                        && next_class == Some(Class::Letter))
            }
            // "24/7".
            Class::Run => letter == '/' && last == Class::Digit && next_class == Some(Class::Digit),
        };
        if !holds {
            break;
        }
        last = here;
        at = index + letter.len_utf8();
    }
    at
}

/// Whether the stop at `index` belongs to the word: 2.4, U.S., Mr., but not the end of a sentence.
fn holds_stop(
    rest: &str,
    index: usize,
    last: Class,
    next: Option<char>,
    chunk_start: bool,
) -> bool {
    let before = &rest[..index];
    let short = before.len() <= LONGEST_ABBREVIATION;
    match next.map(class) {
        Some(Class::Digit) => last == Class::Digit || last == Class::Letter && before.len() < 3,
        // "U.S.", "e.g.", "example.com", but "world.Today" is two sentences.
        Some(Class::Letter) => {
            let mut piece = before.chars().rev().take_while(|&letter| letter != '.');
            let initial = piece.next().is_some() && piece.next().is_none();
            let capital = next.is_some_and(char::is_uppercase);
            let behind = rest[index + 1..].chars().nth(1);
            let degree = matches!(before, "Ph" | "LL" | "Ed" | "Eng")
                && capital
                && behind.is_none_or(|letter| !letter.is_alphabetic());
            initial
                || degree
                || (short
                    && !capital
                    && before.chars().count() > 1
                    && before.chars().all(|letter| letter.is_ascii_alphanumeric()))
        }
        _ if !short => false,
        _ => {
            let initials = before.chars().count() == 1 && before.chars().all(char::is_uppercase)
                || before.contains('.')
                    && before.split('.').all(|piece| piece.chars().count() == 1);
            let lower = before.to_lowercase();
            // "No." and "no." differ: the second ends a sentence.
            let ambiguous = matches!(
                lower.as_str(),
                "no" | "art"
                    | "al"
                    | "mass"
                    | "sec"
                    | "fig"
                    | "ill"
                    | "pa"
                    | "sun"
                    | "mar"
                    | "ed"
                    | "p"
                    | "co"
                    | "fr"
                    | "v"
                    | "st"
                    | "ch"
                    | "max"
            );
            let listed = ABBREVIATIONS.contains_key(lower.as_str()) && last == Class::Letter;
            let fits = !ambiguous
                // "max. 300 people", but "He met Max."
                || before == "max" && chunk_start
                || before.starts_with(char::is_uppercase)
                    && !matches!(lower.as_str(), "no" | "max")
                || matches!(lower.as_str(), "p" | "v" | "co" | "st" | "fig" | "al")
                || lower == "no" && before.starts_with('N') && chunk_start;
            initials || listed && fits
        }
    }
}

/// Cuts a word at clitics, between a number and its unit, and where two words are written as one.
fn word(text: &str, start: usize, end: usize, out: &mut Output) {
    let mut stem = end;
    let mut clitics = Vec::new();
    while clitics.len() < MOST_CLITICS {
        let form = &text[start..stem];
        if double(form).is_some() || is_decade(form) {
            break;
        }
        let Some(length) = clitic_length(form) else {
            break;
        };
        clitics.push(stem);
        stem -= length;
    }
    let form = &text[start..stem];
    let first = double(form).or_else(|| digits_before_unit(form));
    if let Some(first) = first {
        out.push(start, start + first);
        out.push(start + first, stem);
    } else {
        out.push(start, stem);
    }
    for end in clitics.into_iter().rev() {
        out.push(stem, end);
        stem = end;
    }
}

/// Bytes of the first of two words written as one.
fn double(form: &str) -> Option<usize> {
    let known = DOUBLES
        .iter()
        .find(|(whole, _)| form.eq_ignore_ascii_case(whole) && form != "IM");
    known.map(|&(_, first)| first)
}

/// "1970's".
fn is_decade(form: &str) -> bool {
    let digits = form.trim_start_matches(|letter: char| letter.is_ascii_digit());
    form.len() - digits.len() > 1 && matches!(digits, "'s" | "'S" | "’s" | "’S")
}

/// Bytes of the clitic at the end of a word; its length in the text depends on its apostrophe.
fn clitic_length(form: &str) -> Option<usize> {
    CLITICS.iter().find_map(|clitic| {
        let letters = clitic.chars().count();
        let (cut, _) = form.char_indices().rev().nth(letters - 1)?;
        let alike = form[cut..].replace('’', "'").eq_ignore_ascii_case(clitic);
        (cut > 0 && alike).then(|| form.len() - cut)
    })
}

/// Bytes of the number in "35km".
fn digits_before_unit(form: &str) -> Option<usize> {
    let of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ':');
    let unit = form.trim_start_matches(of_number);
    let letters = |letter: char| letter.is_alphabetic() || letter == '.';
    let is_unit = unit.len() < form.len()
        && !unit.is_empty()
        && unit.chars().all(letters)
        && !matches!(
            unit.to_lowercase().as_str(),
            "st" | "nd" | "rd" | "th" | "s" | "d"
        )
        && (unit.len() > 1 || matches!(unit, "m" | "k" | "M" | "K" | "g" | "h" | "F"));
    is_unit.then(|| form.len() - unit.len())
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text)
            .iter()
            .map(|token| token.span.of(text))
            .collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn clitics_and_contractions() {
        check(
            "They don't, can't and won’t.",
            "They do n't , ca n't and wo n’t .",
        );
        check(
            "The mayor's plan; the parents' fear",
            "The mayor 's plan ; the parents ' fear",
        );
        check(
            "I'd say we're gonna cannot",
            "I 'd say we 're gon na can not",
        );
        check("‘This is great,’ she said", "‘ This is great , ’ she said");
    }

    #[test]
    fn numbers_units_and_signs() {
        check(
            "£2.4m, $100.00, 410,000 and 4%",
            "£ 2.4 m , $ 100.00 , 410,000 and 4 %",
        );
        check(
            "at 10:20 on the 5th in the 1990s",
            "at 10:20 on the 5th in the 1990s",
        );
        check("35km 7-6 '90s", "35 km 7-6 '90s");
    }

    #[test]
    fn hyphens_dashes_and_dots() {
        check(
            "a well-known co-worker—or two--left...",
            "a well - known co-worker — or two -- left ...",
        );
        check(
            "the U.S. and Mr. Smith, e.g. here.",
            "the U.S. and Mr. Smith , e.g. here .",
        );
        check(
            "a hall for max. 300 (incl. the choir), said Max.",
            "a hall for max. 300 ( incl. the choir ) , said Max .",
        );
        check(
            "a Ph.D. in law, an LL.M. too",
            "a Ph.D. in law , an LL.M. too",
        );
        check(
            "see https://example.org/a?b=1.",
            "see https://example.org/a?b=1 .",
        );
        check("Hello world.Today", "Hello world . Today");
    }

    #[test]
    fn one_picture_is_one_token() {
        check(
            "\u{1f44d}\u{1f3ff} Oslo \u{1f1f3}\u{1f1f4} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f4c9}\u{1f4f0}.",
            "\u{1f44d}\u{1f3ff} Oslo \u{1f1f3}\u{1f1f4} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f4c9} \u{1f4f0} .",
        );
    }

    /// Runs without blanks that are read again at each mark, or by a function that calls itself, would not end here.
    #[test]
    fn long_runs_without_blanks_are_cut() {
        let units = [
            "@_",
            "$",
            "[",
            "-a",
            "\"Smith\"",
            "{\"",
            "“[^1]",
            "<p>",
            "'s",
            "a.",
            "1.",
            "a@b.",
            "(",
            "a_b_",
            ".)",
            "www.",
            "'",
            "\u{1f469}\u{200d}",
            "1's",
        ];
        for unit in units {
            let text = format!("a{}", unit.repeat(150_000 / unit.len()));
            let length: usize = tokens(&text).iter().map(|token| token.span.len()).sum();
            assert_eq!(length, text.len(), "{unit:?}");
        }
        check("y'all'd've", "y'all 'd 've");
        check("a's's's's's's", "a's's 's 's 's 's");
    }

    #[test]
    fn what_people_type() {
        check(
            "dont tell me im late :) (see: <http://example.org/a_b>)",
            "do nt tell me i m late :) ( see : < http://example.org/a_b > )",
        );
        check(
            "Write to (m.lind@example.org) about #budget, plan_final.doc",
            "Write to ( m.lind@example.org ) about #budget , plan_final.doc",
        );
        check(
            "Really?! $$$ 24/7 and/or >> the 1970's th- then",
            "Really ?! $$$ 24/7 and / or >> the 1970's th- then",
        );
    }
}
