//! Which stretches of a sentence are propositions of their own.
//!
//! Decided on the dependency tree (Universal Dependencies v2): the root, coordinated predicates, clauses of reason,
//! concession, contrast and result, clauses set beside the main one, non-restrictive relative clauses, and complements
//! of attributing cues and of the author's own stance are clauses of their own; everything else stays inside the
//! clause that contains it. Known to go wrong where the parser attaches a coordinated verb too high or too low.

use crate::analysis::Analysis;
use crate::claim::ClauseKind;
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;

/// A clause that may be a claim. Token indices are those of its sentence.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// Head of the predicate.
    pub predicate: usize,
    /// Tokens of the clause without punctuation, in order; a shared subject and auxiliary are put back.
    pub tokens: Vec<usize>,
    /// Head of the subject, its own or a shared one.
    pub subject: Option<usize>,
    /// How the clause stands in the sentence.
    pub kind: ClauseKind,
    /// Predicate of the clause that it hangs on.
    pub governor: Option<usize>,
    /// Words that introduce it and are no part of it: "because", "But", "First".
    pub markers: Vec<ByteSpan>,
    /// Head of the clause that it depends on, with the tokens of that clause's marker.
    pub condition: Option<(usize, Vec<usize>)>,
    /// Head of a clause in front that says when it is so: "When it rains, the road floods".
    pub setting: Option<usize>,
    /// Predicates of the author's stance that were taken off: "I doubt that", "It is clear that".
    pub stance: Vec<usize>,
}

/// What the head of a subtree is to the clauses around it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    /// A clause of its own.
    Clause(ClauseKind),
    /// The predicate of an attribution: no claim, but what hangs on it may be one.
    Cue,
    /// The author's stance towards its complement.
    Stance,
    /// A condition of the clause that it hangs on.
    Condition,
    /// A clause that is cut off and not reported: the temporal setting in front of a clause.
    Setting,
}

/// Cuts a sentence into clauses, in the order of their predicates.
///
/// `is_cue` tells of a token whether it heads the cue of an attribution. Linear in the number of tokens but for deep
/// trees, where each subtree is walked once per clause above it.
pub(super) fn clauses(analysis: &Analysis, is_cue: &dyn Fn(usize) -> bool) -> Vec<Clause> {
    let parts = parts(analysis, is_cue);
    let mut clauses: Vec<Clause> = Vec::new();
    for (predicate, part) in parts.iter().enumerate() {
        if let Some(Part::Clause(kind)) = part {
            clauses.push(clause(analysis, &parts, predicate, *kind));
        }
    }
    clauses.retain(|clause| !clause.tokens.is_empty());
    clauses
}

/// Whether a token heads a clause: a verb, or anything with a copula, an auxiliary or a subject.
pub(super) fn is_predicate(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let clausal = |child: usize| {
        matches!(
            analysis.words[child].deprel.base(),
            Deprel::Nsubj | Deprel::Cop | Deprel::Aux | Deprel::Expl | Deprel::Csubj
        )
    };
    word.upos == Upos::Verb
        || word.upos == Upos::Aux
        || analysis.children(token).iter().copied().any(clausal)
}

/// Whether the clause has a finite verb: in its head, an auxiliary or the copula. Headlines drop the auxiliary, so a
/// past participle with a subject counts.
pub(super) fn is_finite(analysis: &Analysis, predicate: usize) -> bool {
    let finite = |token: usize| {
        let word = &analysis.words[token];
        analysis.words[token].has(Feature::VerbFormFin)
            || (word.upos == Upos::Aux
                && !analysis.words[token].has(Feature::VerbFormInf)
                && !analysis.words[token].has(Feature::VerbFormGer))
            || matches!(
                word.lower.as_str(),
                "can"
                    | "could"
                    | "will"
                    | "would"
                    | "shall"
                    | "should"
                    | "may"
                    | "might"
                    | "must"
                    | "ought"
            )
    };
    finite(predicate)
        || analysis.children(predicate).iter().copied().any(|child| {
            matches!(
                analysis.words[child].deprel.base(),
                Deprel::Aux | Deprel::Cop
            ) && finite(child)
        })
        || (analysis.words[predicate].upos == Upos::Verb
            && analysis.subject_of_clause(predicate).is_some()
            && !is_infinitive(analysis, predicate)
            && !analysis.words[predicate].has(Feature::VerbFormGer))
}

fn is_infinitive(analysis: &Analysis, token: usize) -> bool {
    analysis.words[token].has(Feature::VerbFormInf)
        && analysis.children(token).iter().copied().any(|child| {
            analysis.words[child].deprel == Deprel::Mark && analysis.words[child].lower == "to"
        })
}

/// What each token heads, for those that head something.
fn parts(analysis: &Analysis, is_cue: &dyn Fn(usize) -> bool) -> Vec<Option<Part>> {
    let n_words = analysis.words.len();
    let mut parts: Vec<Option<Part>> = vec![None; n_words];
    // Heads before dependents, whatever the order of the words; each token is visited once.
    let mut queue: Vec<usize> = (0..n_words)
        .filter(|&token| analysis.words[token].head.is_none())
        .collect();
    let mut next = 0;
    while next < queue.len() && next <= n_words {
        let token = queue[next];
        next += 1;
        parts[token] = part(analysis, &parts, token, is_cue);
        queue.extend_from_slice(analysis.children(token));
    }
    parts
}

fn part(
    analysis: &Analysis,
    parts: &[Option<Part>],
    token: usize,
    is_cue: &dyn Fn(usize) -> bool,
) -> Option<Part> {
    let word = &analysis.words[token];
    let Some(head) = word.head else {
        return match () {
            _ if is_cue(token) => Some(Part::Cue),
            _ if is_stance(analysis, token) => Some(Part::Stance),
            _ => Some(Part::Clause(ClauseKind::Main)),
        };
    };
    if word.upos == Upos::Punct || !is_predicate(analysis, token) {
        return None;
    }
    let kind = match word.deprel.base() {
        Deprel::Conj => coordinated(analysis, parts, head, token)?,
        Deprel::Advcl if word.deprel == Deprel::AdvclRelcl => relative(analysis, token)?,
        Deprel::Advcl => return adverbial(analysis, parts, head, token),
        Deprel::Parataxis if is_own_aside(analysis, token) => return Some(Part::Setting),
        Deprel::Parataxis => ClauseKind::Parataxis,
        Deprel::Ccomp | Deprel::Csubj => match parts[head] {
            Some(Part::Cue | Part::Stance) => ClauseKind::Complement,
            _ if is_cue(head) => ClauseKind::Complement,
            _ => return None,
        },
        Deprel::Acl if word.deprel == Deprel::AclRelcl => relative(analysis, token)?,
        _ => return None,
    };
    if is_cue(token) {
        return Some(Part::Cue);
    }
    if is_stance(analysis, token) {
        return Some(Part::Stance);
    }
    let finite_needed = matches!(kind, ClauseKind::Parataxis | ClauseKind::Complement);
    if finite_needed && !is_finite(analysis, token) {
        return None;
    }
    Some(Part::Clause(kind))
}

/// "The council cut the budget, closed two branches and sold the library" has three; "accelerated and magnified the
/// protests" is one, since both verbs wait for the same object.
fn coordinated(
    analysis: &Analysis,
    parts: &[Option<Part>],
    head: usize,
    token: usize,
) -> Option<ClauseKind> {
    let word = &analysis.words[token];
    let own_subject = analysis.subject_of_clause(token).is_some();
    // Under "ought to raise …, let …, and give …" the first conjunct is the complement of the modal verb.
    let first_is_clause = parts[head].is_some() || complement_of_clause(analysis, parts, head);
    if !first_is_clause || !is_predicate(analysis, head) {
        return None;
    }
    if matches!(parts[head], Some(Part::Condition | Part::Setting)) {
        return None;
    }
    if own_subject {
        return Some(ClauseKind::Coordinated);
    }
    if word.upos != Upos::Verb
        && !analysis
            .children(token)
            .iter()
            .copied()
            .any(|child| analysis.words[child].deprel.base() == Deprel::Cop)
    {
        return None;
    }
    if !shares_auxiliary(analysis, head, token) {
        return None;
    }
    // Not one behind both.
    let has_object = |verb: usize| {
        analysis.children(verb).iter().copied().any(|child| {
            child > verb
                && child < token
                && matches!(
                    analysis.words[child].deprel.base(),
                    Deprel::Obj
                        | Deprel::Obl
                        | Deprel::Xcomp
                        | Deprel::Ccomp
                        | Deprel::Advmod
                        | Deprel::Iobj
                        | Deprel::Compound
                )
        })
    };
    let adjacent = (head + 1..token)
        .all(|between| matches!(analysis.words[between].upos, Upos::Cconj | Upos::Punct));
    if adjacent && analysis.words[head].upos == Upos::Verb && !has_object(head) {
        return None;
    }
    Some(ClauseKind::Coordinated)
}

/// Whether a coordinated verb can be read with the first one's subject and auxiliaries: a participle or an infinitive with
/// none of its own only where the first is one too. "A gunman opened fire, …, injuring several" says one thing.
fn shares_auxiliary(analysis: &Analysis, first: usize, verb: usize) -> bool {
    let words = &analysis.words;
    let own = analysis
        .children_with(verb, &[Deprel::Aux, Deprel::Cop])
        .next()
        .is_some();
    let form = |token: usize| {
        [
            Feature::VerbFormGer,
            Feature::VerbFormPart,
            Feature::VerbFormInf,
        ]
        .into_iter()
        .find(|&form| words[token].has(form))
    };
    let gerund = |token: usize| {
        matches!(
            form(token),
            Some(Feature::VerbFormGer | Feature::VerbFormPart)
        ) && words[token].lower.ends_with("ing")
    };
    if own || words[verb].upos != Upos::Verb {
        return true;
    }
    // "seeks to combine …, leverage …": a plain form does not agree with a subject in the singular.
    let plain = words[verb].lower == words[verb].lemma && form(first).is_none();
    let singular = analysis.subject_of_clause(first).is_some_and(|subject| {
        words[subject].has(Feature::NumberSing) && !words[subject].has(Feature::Person1)
    });
    gerund(verb) == gerund(first)
        && !(plain
            && singular
            && analysis
                .children_with(first, &[Deprel::Aux])
                .next()
                .is_none())
}

fn complement_of_clause(analysis: &Analysis, parts: &[Option<Part>], token: usize) -> bool {
    let mut token = token;
    for _ in 0..4 {
        let word = &analysis.words[token];
        let Some(head) = word.head else { return false };
        if word.deprel.base() != Deprel::Xcomp {
            return false;
        }
        if matches!(parts[head], Some(Part::Clause(_))) {
            return true;
        }
        token = head;
    }
    false
}

/// The clauses that an adverbial clause may be, told by its marker.
fn adverbial(
    analysis: &Analysis,
    parts: &[Option<Part>],
    head: usize,
    token: usize,
) -> Option<Part> {
    if !matches!(
        parts[head],
        Some(Part::Clause(_) | Part::Cue | Part::Stance)
    ) && !complement_of_clause(analysis, parts, head)
    {
        return None;
    }
    let marks = marks(analysis, token);
    let first = marks
        .iter()
        .map(|&mark| analysis.words[mark].lower.as_str())
        .collect::<Vec<_>>();
    let finite = is_finite(analysis, token);
    let fronted = token < head;
    let last = first.last().copied().unwrap_or("");
    Some(match last {
        "if" | "unless" | "provided" | "providing" | "lest" => Part::Condition,
        "because" | "cause" if finite => Part::Clause(ClauseKind::Reason),
        "long" if first.contains(&"as") => Part::Condition,
        "as" if first.contains(&"long") => Part::Condition,
        // "since" and "as" of time point to a moment; with a comma in front they give a reason.
        "since" | "as"
            if finite && (comma_before(analysis, token) || fronted) && first.len() == 1 =>
        {
            if last == "as" && fronted {
                return None;
            } else {
                Part::Clause(ClauseKind::Reason)
            }
        }
        "although" | "though" if finite => Part::Clause(ClauseKind::Concession),
        "while" if finite && fronted => Part::Clause(ClauseKind::Concession),
        "while" | "whereas"
            if finite && (fronted || comma_before(analysis, token) || last == "whereas") =>
        {
            Part::Clause(ClauseKind::Contrast)
        }
        "so" if finite && comma_before(analysis, token) => Part::Clause(ClauseKind::Result),
        "that" if first.contains(&"so") && finite => Part::Clause(ClauseKind::Result),
        "when" | "after" | "before" | "until" | "once" | "as"
            if fronted && comma_after(analysis, token) =>
        {
            Part::Setting
        }
        "" if fronted && finite && is_inverted(analysis, token) => Part::Condition,
        _ => {
            let when = analysis.children(token).iter().copied().any(|child| {
                child < token
                    && analysis.words[child].deprel == Deprel::Advmod
                    && analysis.words[child].lower == "when"
            });
            if when && fronted && comma_after(analysis, token) {
                Part::Setting
            } else {
                return None;
            }
        }
    })
}

/// "Should the vote fail, …", "Had they asked, …".
fn is_inverted(analysis: &Analysis, token: usize) -> bool {
    let first = analysis.subtree(token).into_iter().next();
    first.is_some_and(|first| {
        matches!(
            analysis.words[first].lower.as_str(),
            "should" | "had" | "were"
        )
    })
}

/// The subordinating words of a clause, in order: `mark` children and an adverb that strengthens them ("even if").
fn marks(analysis: &Analysis, token: usize) -> Vec<usize> {
    let mut marks: Vec<usize> = analysis
        .children(token)
        .iter()
        .copied()
        .filter(|&child| {
            let word = &analysis.words[child];
            child < token
                && (word.deprel.base() == Deprel::Mark && word.lower != "to"
                    || word.deprel == Deprel::Advmod
                        && matches!(word.lower.as_str(), "even" | "only" | "so" | "long"))
        })
        .flat_map(|child| analysis.subtree(child))
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn comma_before(analysis: &Analysis, token: usize) -> bool {
    let first = analysis
        .subtree(token)
        .into_iter()
        .find(|&inside| analysis.words[inside].upos != Upos::Punct);
    first.is_some_and(|first| first > 0 && is_break(&analysis.words[first - 1].lower))
}

fn comma_after(analysis: &Analysis, token: usize) -> bool {
    let last = analysis
        .subtree(token)
        .into_iter()
        .rev()
        .find(|&inside| analysis.words[inside].upos != Upos::Punct);
    last.and_then(|last| analysis.words.get(last + 1))
        .is_some_and(|word| is_break(&word.lower))
}

fn is_break(form: &str) -> bool {
    matches!(form, "," | ";" | ":" | "-" | "--" | "–" | "—" | "(" | "…")
}

/// A relative clause after a comma says something of its own: "the merger, which auditors have called a failure".
fn relative(analysis: &Analysis, token: usize) -> Option<ClauseKind> {
    let inside = analysis.subtree(token);
    let relativizer = inside
        .iter()
        .copied()
        .find(|&word| analysis.words[word].upos != Upos::Punct)?;
    let starts = inside.iter().take(4).any(|&word| {
        matches!(
            analysis.words[word].lower.as_str(),
            "who" | "which" | "whose" | "where" | "whom"
        )
    });
    let apart = relativizer > 0 && is_break(&analysis.words[relativizer - 1].lower);
    (starts && apart && is_finite(analysis, token)).then_some(ClauseKind::Relative)
}

/// "The fund, I suppose, is empty": words of the author about the clause around them.
fn is_own_aside(analysis: &Analysis, token: usize) -> bool {
    let own = analysis
        .subject_of_clause(token)
        .is_some_and(|subject| matches!(analysis.words[subject].lower.as_str(), "i" | "we"));
    own && analysis.subtree(token).len() <= 6
        && matches!(
            analysis.words[token].lemma.as_str(),
            "think"
                | "suppose"
                | "guess"
                | "believe"
                | "suspect"
                | "fear"
                | "hope"
                | "admit"
                | "confess"
                | "know"
                | "mean"
                | "say"
                | "tell"
                | "repeat"
                | "trust"
        )
}

/// The author's own stance: "I doubt that …", "It is clear that …", "It seems that …". The complement is the claim.
fn is_stance(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let children = analysis.children(token);
    let complement = children.iter().any(|&child| {
        child > token
            && matches!(
                analysis.words[child].deprel.base(),
                Deprel::Ccomp | Deprel::Csubj
            )
            && is_finite(analysis, child)
            && marks(analysis, child).iter().all(|&mark| {
                matches!(
                    analysis.words[mark].lower.as_str(),
                    "that" | "whether" | "if"
                )
            })
    });
    if !complement {
        return false;
    }
    let subject = analysis
        .subject_of_clause(token)
        .map(|subject| analysis.words[subject].lower.as_str());
    match subject {
        Some("i" | "we") => matches!(
            word.lemma.as_str(),
            "think"
                | "believe"
                | "doubt"
                | "suspect"
                | "hope"
                | "guess"
                | "fear"
                | "suppose"
                | "expect"
                | "feel"
                | "know"
                | "concede"
                | "admit"
                | "maintain"
                | "argue"
                | "bet"
                | "imagine"
                | "reckon"
                | "sure"
                | "certain"
                | "confess"
                | "grant"
                | "acknowledge"
                | "insist"
                | "predict"
                | "worry"
                | "wish"
                | "accept"
                | "agree"
                | "afraid"
                | "confident"
                | "convinced"
                | "say"
        ),
        Some("it") => matches!(
            word.lemma.as_str(),
            "clear"
                | "unclear"
                | "true"
                | "likely"
                | "unlikely"
                | "possible"
                | "impossible"
                | "probable"
                | "obvious"
                | "certain"
                | "uncertain"
                | "doubtful"
                | "evident"
                | "plain"
                | "plausible"
                | "conceivable"
                | "fact"
                | "seem"
                | "appear"
                | "undeniable"
                | "arguable"
                | "turn"
        ),
        Some("there" | "fact" | "truth" | "doubt" | "chance") => {
            matches!(
                word.lemma.as_str(),
                "be" | "doubt" | "question" | "chance" | "fact" | "truth"
            )
        }
        _ => false,
    }
}

fn clause(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
    kind: ClauseKind,
) -> Clause {
    let mut tokens = own_tokens(analysis, parts, predicate);
    let mut markers = take_markers(analysis, predicate, kind, &mut tokens);
    let own_subject = analysis.subject_of_clause(predicate);
    let governor = governor(analysis, parts, predicate);
    let mut shared = None;
    if kind == ClauseKind::Coordinated && own_subject.is_none() {
        shared = put_back_shared(analysis, parts, predicate, &mut tokens);
    }
    if kind == ClauseKind::Relative {
        if let Some(antecedent) = antecedent(
            analysis,
            predicate,
            tokens.first().copied().unwrap_or(predicate),
        ) {
            let first = tokens.first().copied().unwrap_or(predicate);
            tokens.extend(noun_phrase(analysis, parts, antecedent, first));
            tokens.sort_unstable();
            tokens.dedup();
            shared = Some(antecedent);
        }
    }
    markers.sort_unstable();
    Clause {
        predicate,
        tokens,
        subject: own_subject.or(shared),
        kind,
        governor,
        markers,
        condition: condition(analysis, parts, predicate),
        setting: setting(analysis, parts, predicate),
        stance: stances_above(analysis, parts, predicate),
    }
}

/// The noun that a relative clause says something of: its head, or where the parser hung it on a verb the noun in front
/// of its comma. `first` is its first token.
fn antecedent(analysis: &Analysis, predicate: usize, first: usize) -> Option<usize> {
    let words = &analysis.words;
    let head = words[predicate].head.filter(|&head| {
        !is_predicate(analysis, head) || matches!(words[head].upos, Upos::Noun | Upos::Propn)
    });
    let before = first.checked_sub(2).filter(|&noun| {
        matches!(words[noun].upos, Upos::Noun | Upos::Propn) && is_break(&words[first - 1].lower)
    });
    head.or(before)
}

/// The words of a noun up to a relative clause that begins at `first`, without what leads to the noun and without what
/// it is said of: "ministers Moyo and Kasu" of "The two are ministers Moyo and Kasu, who fled".
fn noun_phrase(
    analysis: &Analysis,
    parts: &[Option<Part>],
    noun: usize,
    first: usize,
) -> Vec<usize> {
    let words = &analysis.words;
    let copula = analysis.children_with(noun, &[Deprel::Cop]).next();
    let mut phrase = own_tokens(analysis, parts, noun);
    phrase.retain(|&token| {
        token < first
            && !is_case(analysis, token, noun)
            && copula.is_none_or(|copula| token > copula)
    });
    // A name behind its title, which some trees hang elsewhere.
    let last = phrase.last().copied().unwrap_or(noun);
    let name = (last + 1..first)
        .all(|token| matches!(words[token].upos, Upos::Propn | Upos::Cconj | Upos::Punct))
        && (last + 1..first.saturating_sub(1)).all(|token| !words[token].is_punctuation());
    if name {
        phrase.extend((last + 1..first).filter(|&token| !words[token].is_punctuation()));
    }
    phrase
}

/// The subtree without punctuation and without the clauses that stand on their own.
fn own_tokens(analysis: &Analysis, parts: &[Option<Part>], head: usize) -> Vec<usize> {
    let mut tokens = Vec::new();
    let mut stack = vec![head];
    while let Some(token) = stack.pop() {
        if tokens.len() > analysis.words.len() {
            break;
        }
        if analysis.words[token].upos != Upos::Punct {
            tokens.push(token);
        }
        stack.extend(
            analysis
                .children(token)
                .iter()
                .copied()
                .filter(|&child| parts[child].is_none()),
        );
    }
    tokens.sort_unstable();
    tokens
}

fn is_case(analysis: &Analysis, token: usize, noun: usize) -> bool {
    let word = &analysis.words[token];
    word.head == Some(noun) && matches!(word.deprel, Deprel::Case | Deprel::Cc | Deprel::Mark)
}

/// "After" and the like, in front of a clause.
pub(super) fn is_temporal(mark: &str) -> bool {
    matches!(mark, "after" | "before" | "once" | "until")
}

/// Takes the words off that only introduce the clause: conjunction, subordinator, "First", "However".
fn take_markers(
    analysis: &Analysis,
    predicate: usize,
    kind: ClauseKind,
    tokens: &mut Vec<usize>,
) -> Vec<ByteSpan> {
    let mut taken: Vec<usize> = Vec::new();
    let subordinate = matches!(
        kind,
        ClauseKind::Reason
            | ClauseKind::Concession
            | ClauseKind::Contrast
            | ClauseKind::Complement
            | ClauseKind::Result
    );
    let introducing: &[&str] = if kind == ClauseKind::Coordinated {
        &["that", "because", "although", "while", "if"]
    } else {
        &["that"]
    };
    // "After rebels rose in 2003", cut off from what it tells the time of.
    let opens =
        |mark: usize| tokens.first() == Some(&mark) && is_temporal(&analysis.words[mark].lower);
    // "The plan is that nobody pays" has its subject in front.
    let inside = |mark: usize| {
        analysis.words[mark].lower == "that"
            && tokens
                .iter()
                .take_while(|&&token| token < mark)
                .any(|&token| {
                    matches!(
                        analysis.words[token].upos,
                        Upos::Noun | Upos::Propn | Upos::Pron
                    )
                })
    };
    taken.extend(
        marks(analysis, predicate)
            .into_iter()
            .filter(|&mark| !inside(mark))
            .filter(|&mark| {
                subordinate
                    || introducing.contains(&analysis.words[mark].lower.as_str())
                    || opens(mark)
            }),
    );
    tokens.retain(|token| !taken.contains(token));
    while let Some(&first) = tokens.first() {
        let conjunction = analysis.words[first].deprel == Deprel::Cc
            || matches!(analysis.words[first].upos, Upos::Cconj | Upos::Intj);
        // "Rather than waste time, …"
        let conjunction = conjunction
            && analysis
                .words
                .get(first + 1)
                .is_none_or(|next| next.lower != "than");
        let length = if conjunction {
            1
        } else {
            super::marker::length_at(analysis, first)
        };
        if length == 0 || length >= tokens.len() {
            break;
        }
        taken.extend(tokens.drain(..length));
    }
    // "The fall, however, was small": a marker between commas.
    for &token in tokens.iter().take(tokens.len().saturating_sub(1)).skip(1) {
        let between = super::marker::is_parenthetical(&analysis.words[token].lower)
            && is_break(&analysis.words[token - 1].lower)
            && analysis
                .words
                .get(token + 1)
                .is_some_and(|word| is_break(&word.lower));
        if between {
            taken.push(token);
        }
    }
    tokens.retain(|token| !taken.contains(token));
    taken.sort_unstable();
    runs(&taken)
        .into_iter()
        .map(|(first, last)| analysis.words[first].span.cover(analysis.words[last].span))
        .collect()
}

/// Runs of neighbouring indices as (first, last).
pub(super) fn runs(tokens: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &token in tokens {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == token => *last = token,
            _ => runs.push((token, token)),
        }
    }
    runs
}

/// Puts back before a conjunct what it shares with the first one: the subject, and with a bare verb form also what
/// stands between subject and first verb ("it ought to raise the fare, let …": *it ought to* … *let*). Gives the
/// subject's head.
fn put_back_shared(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
    tokens: &mut Vec<usize>,
) -> Option<usize> {
    let first = analysis.first_conjunct(predicate);
    let mut bearer = first;
    for _ in 0..6 {
        if analysis.subject_of_clause(bearer).is_some() {
            break;
        }
        bearer = analysis.words[bearer].head?;
    }
    let subject = analysis.subject_of_clause(bearer)?;
    if subject > predicate {
        return None;
    }
    let mut shared = own_tokens(analysis, parts, subject);
    // "says that X rose and Y": subject inside; a relative pronoun stays with its own clause.
    let words = &analysis.words;
    let own = analysis
        .children_with(predicate, &[Deprel::Aux, Deprel::Cop])
        .any(|child| child < predicate);
    // A plain form behind "should publish" or "ought to publish" waits for "should", whatever the parser calls it.
    let modal = [first, bearer].into_iter().any(|verb| {
        words[verb].lower == "ought"
            || analysis.children_with(verb, &[Deprel::Aux]).any(|aux| {
                words[aux].upos == Upos::Aux && !matches!(words[aux].lemma.as_str(), "be" | "have")
            })
    });
    let waits = modal
        && words[predicate].lower == words[predicate].lemma
        && words[predicate].upos == Upos::Verb;
    // "He didn't ask, but cut the deal": what is denied ends at "but".
    let turned = analysis.is_negated(first)
        && analysis
            .children_with(predicate, &[Deprel::Cc])
            .any(|child| words[child].lower == "but");
    let finite = own || turned || words[predicate].has(Feature::VerbFormFin) && !waits;
    if !finite {
        let from = shared.last().copied().unwrap_or(subject) + 1;
        shared.extend((from..first).filter(|&token| {
            let word = &analysis.words[token];
            let carries = matches!(word.deprel.base(), Deprel::Aux | Deprel::Cop | Deprel::Mark)
                || word.upos == Upos::Part
                || token == bearer;
            let chain = token < first && is_above(analysis, token, first);
            word.upos != Upos::Punct
                && (carries && word.head.is_none_or(|head| head == first || head == bearer)
                    || chain
                    || token == bearer)
        }));
    }
    shared.retain(|token| !tokens.contains(token));
    tokens.splice(0..0, shared);
    tokens.sort_unstable();
    Some(subject)
}

fn is_above(analysis: &Analysis, token: usize, below: usize) -> bool {
    let mut current = below;
    for _ in 0..8 {
        match analysis.words[current].head {
            Some(head) if head == token => return true,
            Some(head) => current = head,
            None => return false,
        }
    }
    false
}

/// The nearest clause above, attributions and stances skipped.
fn governor(analysis: &Analysis, parts: &[Option<Part>], predicate: usize) -> Option<usize> {
    let mut current = analysis.words[predicate].head;
    for _ in 0..analysis.words.len() {
        let token = current?;
        if matches!(parts[token], Some(Part::Clause(_))) {
            return Some(token);
        }
        current = analysis.words[token].head;
    }
    None
}

/// The condition that hangs on the clause, or on the first of its conjuncts where it stands in front of both.
fn condition(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
) -> Option<(usize, Vec<usize>)> {
    let on = |token: usize| {
        let children = analysis.children(token);
        children
            .iter()
            .copied()
            .find(|&child| parts[child] == Some(Part::Condition))
    };
    let through_complement = || {
        let complements = analysis.children(predicate);
        complements
            .iter()
            .copied()
            .filter(|&child| analysis.words[child].deprel.base() == Deprel::Xcomp)
            .find_map(on)
    };
    let shared = || {
        let first = analysis.first_conjunct(predicate);
        let own_subject = analysis.subject_of_clause(predicate).is_some();
        on(first).filter(|&condition| first != predicate && !own_subject && condition < first)
    };
    let head = on(predicate).or_else(through_complement).or_else(shared)?;
    Some((head, marks(analysis, head)))
}

/// The temporal clause in front of the clause that it hangs on.
fn setting(analysis: &Analysis, parts: &[Option<Part>], predicate: usize) -> Option<usize> {
    analysis
        .children_with(predicate, &[Deprel::Advcl])
        .find(|&child| parts[child] == Some(Part::Setting) && child < predicate)
}

/// The stances that the clause hangs on, nearest first.
fn stances_above(analysis: &Analysis, parts: &[Option<Part>], predicate: usize) -> Vec<usize> {
    let mut stances = Vec::new();
    let mut current = analysis.words[analysis.first_conjunct(predicate)].head;
    for _ in 0..8 {
        match current {
            Some(token) if parts[token] == Some(Part::Stance) => {
                stances.push(token);
                current = analysis.words[token].head;
            }
            _ => break,
        }
    }
    stances
}
