//! [`Analysis`] → [`Attribution`]s: who says, thinks or denies what (source, cue, content: Pareti 2016, PARC 3.0).

mod cue;
mod quotation;
mod source;
pub mod tagged;

use crate::analysis::Analysis;
use crate::analysis::coreference::Coreference;
use crate::article::Article;
use crate::grammar::{Deprel, Feature, Upos};
use crate::reading::Reading;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use crate::terms::{BlockKind, CueType, Mode, SourceType};

/// One attribution. All spans are byte ranges of the article's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Index of the sentence in which the cue stands.
    pub sentence: usize,
    /// Who says it; `None` where nobody is named.
    pub source: Option<Source>,
    /// The words that attribute ("said", "according to").
    pub cue: ByteSpan,
    /// Index (in the sentence's tokens) of the cue's head word.
    pub cue_token: usize,
    /// What kind of act the cue reports.
    pub cue_type: CueType,
    /// Whether the cue weakens what it reports one step ("suggests", "reportedly").
    pub weak: bool,
    /// What is said: ranges in the order of the text, which may lie in several sentences.
    pub content: Vec<ByteSpan>,
    /// Direct, indirect or mixed.
    pub mode: Mode,
    /// Index of the attribution that this one lies inside, in the returned list.
    pub parent: Option<usize>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// A source at its mention.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The mention.
    pub span: ByteSpan,
    /// The resolved name ("he" → `Maria Okafor`), or the words of the mention.
    pub name: String,
    /// What it is.
    pub source_type: Option<SourceType>,
}

/// Finds who is credited with what.
///
/// Nested attributions come outermost first. Linear in tokens, but for
/// nesting, which is looked for among the attributions of neighbouring sentences only.
pub fn find(reading: &Reading) -> Vec<Attribution> {
    let &Reading {
        article,
        sentences,
        analyses,
        coreference,
        ..
    } = reading;
    let quotations = quotation::find(sentences, analyses);
    let finder = Finder {
        article,
        sentences,
        analyses,
        coreference,
        quotations: &quotations,
    };
    let mut found: Vec<Attribution> = Vec::new();
    for (sentence, analysis) in analyses.iter().enumerate() {
        for token in 0..analysis.words.len() {
            found.extend(finder.at(sentence, token));
        }
    }
    finder.tagged(&mut found);
    finder.continue_quotations(&mut found);
    nest(&mut found);
    found
}

struct Finder<'a> {
    article: &'a Article,
    sentences: &'a [Sentence],
    analyses: &'a [Analysis],
    coreference: &'a Coreference,
    quotations: &'a [quotation::Quotation],
}

impl Finder<'_> {
    /// The attribution whose cue is headed by a token, if it heads one.
    fn at(&self, sentence: usize, token: usize) -> Option<Attribution> {
        let analysis = &self.analyses[sentence];
        self.according_to(sentence, token)
            .or_else(|| self.naming(sentence, token))
            .or_else(|| self.reporting(sentence, token))
            .filter(|attribution| !attribution.content.is_empty() && !analysis.words.is_empty())
    }

    fn source(&self, sentence: usize, token: usize) -> Source {
        source::of(
            &self.article.text,
            &self.analyses[sentence],
            sentence,
            token,
            self.coreference,
        )
    }

    /// "According to the report, closing it will save money": the rest of the sentence is content.
    fn according_to(&self, sentence: usize, token: usize) -> Option<Attribution> {
        let words = &self.analyses[sentence].words;
        let analysis = &self.analyses[sentence];
        let is = |at: usize, form: &str| words.get(at).is_some_and(|word| word.lower == form);
        let length = match () {
            _ if is(token, "according") && is(token + 1, "to") => 2,
            _ if is(token, "in")
                && is(token + 1, "the")
                && is(token + 2, "words")
                && is(token + 3, "of") =>
            {
                4
            }
            _ => return None,
        };
        let noun = (token + length..words.len()).find(|&at| {
            matches!(words[at].upos, Upos::Noun | Upos::Propn | Upos::Pron)
                && words[at].head.is_none_or(|head| {
                    head <= token || !self.inside(analysis, head, token + length, at)
                })
        })?;
        let source = self.source(sentence, noun);
        let cue = words[token].span.cover(words[token + length - 1].span);
        let source_tokens = analysis.subtree(noun);
        let end = source_tokens
            .iter()
            .copied()
            .filter(|&inside| inside >= token)
            .max()
            .unwrap_or(noun);
        let whole = self.clause_around(sentence, token, end);
        Some(Attribution {
            sentence,
            source: Some(source),
            cue,
            cue_token: token,
            cue_type: CueType::Assertion,
            weak: false,
            content: whole,
            mode: self.mode(sentence, words[token].span),
            parent: None,
            rule: "according_to",
        })
    }

    /// Whether `head` lies in the same noun phrase that begins at `from`.
    fn inside(&self, analysis: &Analysis, head: usize, from: usize, at: usize) -> bool {
        head >= from
            && matches!(
                analysis.words[at].deprel.base(),
                Deprel::Compound
                    | Deprel::Nmod
                    | Deprel::Flat
                    | Deprel::Amod
                    | Deprel::Det
                    | Deprel::Appos
            )
    }

    /// The sentence without the stretch from `from` to `to`: what stands before it, or behind it where it comes first.
    fn clause_around(&self, sentence: usize, from: usize, to: usize) -> Vec<ByteSpan> {
        let words = &self.analyses[sentence].words;
        let solid = |range: std::ops::Range<usize>| {
            let mut tokens = range.filter(|&at| !words[at].is_punctuation());
            let first = tokens.next()?;
            let last = tokens.next_back().unwrap_or(first);
            Some(words[first].span.cover(words[last].span))
        };
        // A semicolon ends the reach of "according to".
        let start = (0..from)
            .rev()
            .find(|&at| words[at].form == ";")
            .map_or(0, |at| at + 1);
        match solid(start..from) {
            Some(before) if before.len() > 12 => vec![before],
            _ => solid(to + 1..words.len()).into_iter().collect(),
        }
    }

    /// "called the decision a farce", "described it as a trap", "accused her of lying": object and name are content.
    fn naming(&self, sentence: usize, token: usize) -> Option<Attribution> {
        let analysis = &self.analyses[sentence];
        let words = &analysis.words;
        let word = &words[token];
        if word.upos != Upos::Verb {
            return None;
        }
        // The parser takes "called the leak a warning" for two complements.
        let named = || {
            let noun = |&child: &usize| {
                child > token && matches!(words[child].upos, Upos::Noun | Upos::Propn | Upos::Pron)
            };
            analysis.children_with(token, &[Deprel::Xcomp]).find(noun)
        };
        let object = analysis
            .child(token, Deprel::Obj)
            .or_else(|| analysis.child(token, Deprel::NsubjPass))
            .or_else(named)?;
        let complement = match word.lemma.as_str() {
            "call" | "label" | "dub" | "brand" | "deem" | "consider" | "term" => {
                // The parser takes a quoted name for an apposition: called the bill "a tax on lettuce".
                let quoted = |&child: &usize| {
                    analysis
                        .children(child)
                        .iter()
                        .any(|&mark| matches!(words[mark].form.as_str(), "\"" | "“"))
                };
                analysis
                    .children_with(token, &[Deprel::Xcomp, Deprel::Obj, Deprel::Ccomp])
                    .find(|&child| child > object)
                    .or_else(|| {
                        analysis
                            .children_with(object, &[Deprel::Appos])
                            .find(quoted)
                    })
            }
            "describe" | "regard" | "denounce" | "dismiss" | "portray" | "characterise"
            | "characterize" | "hail" | "praise" | "condemn" | "see" | "criticise"
            | "criticize" => {
                let as_child = |&child: &usize| {
                    analysis
                        .children(child)
                        .iter()
                        .any(|&mark| words[mark].lower == "as")
                };
                analysis
                    .children_with(token, &[Deprel::Obl, Deprel::Xcomp, Deprel::Advcl])
                    .find(|child| child > &token && as_child(child))
            }
            "accuse" => {
                let of_child = |&child: &usize| {
                    analysis
                        .children(child)
                        .iter()
                        .any(|&mark| words[mark].lower == "of")
                };
                // The parser may take "of lying" for a part of the accused.
                let beside = analysis
                    .children_with(token, &[Deprel::Obl, Deprel::Advcl])
                    .chain(analysis.children_with(object, &[Deprel::Acl]));
                beside
                    .into_iter()
                    .find(|child| child > &token && of_child(child))
            }
            _ => None,
        }?;
        let source = analysis
            .child(token, Deprel::Nsubj)
            .or_else(|| analysis.child(token, Deprel::OblAgent))
            .or_else(|| self.shared_subject(analysis, token))?;
        if cue::is_idle(analysis, token, Some(source)) || words[token].deprel.base() == Deprel::Acl
        {
            return None;
        }
        let span = |head: usize| {
            let tokens = analysis
                .subtree(head)
                .into_iter()
                .filter(|&inside| head == complement || inside < complement)
                .filter(|&inside| {
                    let marks_name = inside < head
                        && words[inside].head == Some(head)
                        && words[inside].lower == "as";
                    !marks_name && !words[inside].is_punctuation()
                });
            let tokens: Vec<usize> = tokens.collect();
            Some(
                words[*tokens.first()?]
                    .span
                    .cover(words[*tokens.last()?].span),
            )
        };
        let content: Vec<ByteSpan> = [span(object), span(complement)]
            .into_iter()
            .flatten()
            .collect();
        Some(Attribution {
            sentence,
            source: Some(self.source(sentence, source)),
            cue: word.span,
            cue_token: token,
            cue_type: CueType::Assertion,
            weak: false,
            mode: self.mode_of(&content),
            content,
            parent: None,
            rule: if word.lemma == "accuse" {
                "accusing"
            } else {
                "naming"
            },
        })
    }

    fn shared_subject(&self, analysis: &Analysis, token: usize) -> Option<usize> {
        let mut current = token;
        for _ in 0..5 {
            let word = &analysis.words[current];
            if !matches!(
                word.deprel.base(),
                Deprel::Conj | Deprel::Xcomp | Deprel::Advcl | Deprel::Acl
            ) {
                return None;
            }
            current = word.head?;
            if word.deprel.base() == Deprel::Acl && analysis.words[current].upos != Upos::Verb {
                return Some(current);
            }
            if let Some(subject) = analysis.child(current, Deprel::Nsubj) {
                return Some(subject);
            }
        }
        None
    }

    /// "said that …", "…, she said", "The study suggests …".
    fn reporting(&self, sentence: usize, token: usize) -> Option<Attribution> {
        let analysis = &self.analyses[sentence];
        let words = &analysis.words;
        let cue = cue::of(analysis, token)?;
        // The nearest: "its president, Aldous Finn, warns" and "“Mother,” he wrote" are often given two subjects.
        let subjects = analysis
            .children_with(token, &[Deprel::Nsubj])
            .filter(|&child| words[child].deprel == Deprel::Nsubj);
        let subject = subjects.min_by_key(|child| child.abs_diff(token));
        let agent = analysis.child(token, Deprel::OblAgent);
        let mut source = subject
            .or(agent)
            .or_else(|| self.shared_subject(analysis, token));
        if source.is_none() && cue::is_saying(words[token].lemma.as_str()) {
            source = stranded_subject(analysis, token);
        }
        if words[token].upos == Upos::Noun {
            // "Her view that …": the owner of the noun.
            source = analysis.child(token, Deprel::NmodPoss);
        }
        let complement = analysis
            .children_with(token, &[Deprel::Ccomp])
            .find(|&child| child != token)
            .filter(|&child| clause_like(analysis, child));
        let noun_clause = || {
            analysis
                .children_with(token, &[Deprel::Acl])
                .find(|&child| has_mark(analysis, child, "that"))
        };
        let complement =
            complement.or_else(|| (words[token].upos == Upos::Noun).then(noun_clause)?);
        // "…," the mayor said: the cue hangs on what it reports.
        let reported = || {
            let head = words[token].head.filter(|_| {
                matches!(
                    words[token].deprel.base(),
                    Deprel::Parataxis | Deprel::Ccomp | Deprel::Dep | Deprel::Advcl | Deprel::Conj
                )
            })?;
            // "Leaks, she adds, were found": hung on the subject before it.
            let beyond = words[head].head.filter(|&above| {
                words[head].deprel.base() == Deprel::Nsubj && head < token && token < above
            });
            let head = beyond.unwrap_or(head);
            let aside = words[token].deprel.base() == Deprel::Parataxis
                && self.is_short_clause(analysis, token)
                && !goes_on(analysis, token);
            (aside && (token > head || between_commas(analysis, token))).then_some(head)
        };
        let source_token = source;
        if cue::is_idle(analysis, token, source_token) {
            return None;
        }
        let questions = complement.is_some_and(|child| {
            analysis.children(child).iter().any(|&mark| {
                matches!(words[mark].lower.as_str(), "whether" | "if")
                    && words[mark].deprel.base() == Deprel::Mark
            }) || analysis.subtree(child).first().is_some_and(|&first| {
                matches!(
                    words[first].lower.as_str(),
                    "what" | "how" | "why" | "when" | "where" | "who" | "which"
                )
            })
        });
        let (content, rule) = if let Some(child) = complement.filter(|_| !questions) {
            let mut content = self.complement(analysis, token, child);
            // "told her that it was broken, that it would cost nothing": one content, several clauses.
            for further in analysis
                .children_with(token, &[Deprel::Ccomp])
                .filter(|&further| {
                    further > child.max(token) && has_mark(analysis, further, "that")
                })
            {
                content.extend(self.complement(analysis, token, further));
            }
            // "It had arrived on Thursday, he said, and it was wrong": both.
            let before = words[token].head.filter(|&head| {
                words[token].deprel.base() == Deprel::Parataxis
                    && head < token
                    && analysis
                        .children_with(child, &[Deprel::Cc])
                        .next()
                        .is_some()
            });
            if let Some(before) = before {
                content.splice(0..0, self.around_parenthesis(analysis, before, token));
            }
            (
                content,
                if child < token {
                    "speech_before_cue"
                } else {
                    "complement_clause"
                },
            )
        } else if let Some(head) = reported() {
            (
                self.around_parenthesis(analysis, head, token),
                "parenthetical_cue",
            )
        } else {
            let quoted = self.beside_quotation(sentence, token);
            if quoted.is_empty() {
                (self.behind_colon(sentence, token), "behind_colon")
            } else {
                (quoted, "beside_quotation")
            }
        };
        if content.is_empty() || source.is_none() && words[token].upos == Upos::Noun {
            return None;
        }
        let source = source
            .filter(|&source| source != token)
            .map(|source| self.source(sentence, source));
        if source.is_none()
            && !matches!(words[token].deprel, Deprel::Acl)
            && rule != "complement_clause"
        {
            return None;
        }
        // "It is said that": nobody is named, but somebody says it.
        let passive = analysis
            .children(token)
            .iter()
            .any(|&child| words[child].deprel == Deprel::AuxPass);
        if source.is_none() && !passive {
            return None;
        }
        Some(Attribution {
            sentence,
            source,
            cue: words[token].span,
            cue_token: token,
            cue_type: cue.cue_type,
            weak: cue.weak,
            mode: self.mode_of(&content),
            content,
            parent: None,
            rule,
        })
    }

    /// What the weights alone see: clauses that no rule has credited yet, whose source is somebody else.
    fn tagged(&self, found: &mut Vec<Attribution>) {
        let taken =
            union(found.iter().flat_map(|attribution| {
                attribution.content.iter().copied().chain([attribution.cue])
            }));
        let free = |span: &ByteSpan| {
            let near = taken.partition_point(|other| other.end <= span.start);
            taken.get(near).is_none_or(|other| !other.overlaps(*span))
        };
        for tagged in tagged::find(self.analyses) {
            if tagged.cue.iter().chain(&tagged.content).all(free) {
                found.extend(self.of_tags(tagged));
            }
        }
        found.sort_by_key(|attribution| (attribution.sentence, attribution.cue.start));
    }

    fn of_tags(&self, tagged: tagged::Tagged) -> Option<Attribution> {
        let analysis = &self.analyses[tagged.sentence];
        let words = &analysis.words;
        let within = |span: ByteSpan| {
            (0..words.len()).filter(move |&token| span.contains(words[token].span))
        };
        let (cue, source) = (*tagged.cue.first()?, *tagged.source.first()?);
        let (cue_token, kind) =
            within(cue).find_map(|token| Some((token, cue::of(analysis, token)?)))?;
        let noun = |&token: &usize| {
            matches!(words[token].upos, Upos::Noun | Upos::Propn | Upos::Pron)
                && words[token]
                    .head
                    .is_none_or(|head| !source.contains(words[head].span))
        };
        let source_token = within(source).find(noun)?;
        let own = within(source).any(|token| {
            matches!(
                words[token].lower.as_str(),
                "i" | "my" | "we" | "our" | "us"
            )
        });
        let asks = |content: &ByteSpan| {
            let first = within(*content).next();
            first.is_some_and(|token| {
                words[token].has(Feature::PronTypeInt)
                    || matches!(words[token].lower.as_str(), "whether" | "if" | "to")
            })
        };
        let states = tagged
            .content
            .iter()
            .any(|&content| self.is_clause(content))
            && !tagged.content.iter().any(asks);
        if own || !states || cue::is_idle(analysis, cue_token, Some(source_token)) {
            return None;
        }
        Some(Attribution {
            sentence: tagged.sentence,
            source: Some(self.source(tagged.sentence, source_token)),
            cue,
            cue_token,
            cue_type: kind.cue_type,
            weak: kind.weak,
            mode: self.mode_of(&tagged.content),
            content: tagged.content,
            parent: None,
            rule: "weights",
        })
    }

    /// Whether a stretch of the text is one clause or several, not a phrase with a clause inside.
    fn is_clause(&self, span: ByteSpan) -> bool {
        let first = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let mut sentences = self.analyses[first..]
            .iter()
            .zip(&self.sentences[first..])
            .take_while(|(_, sentence)| sentence.span.start < span.end);
        sentences.any(|(analysis, _)| {
            let words = &analysis.words;
            let topmost = |&token: &usize| {
                span.contains(words[token].span)
                    && words[token]
                        .head
                        .is_none_or(|head| !span.contains(words[head].span))
            };
            (0..words.len())
                .filter(topmost)
                .any(|token| clause_like(analysis, token))
        })
    }

    /// A clause of only subject, cue and what it is said to: ", she told the court", ", I was told by his daughter,".
    fn is_short_clause(&self, analysis: &Analysis, token: usize) -> bool {
        analysis
            .children_with(token, &[Deprel::Nsubj])
            .next()
            .is_some()
            && analysis.subtree(token).len() <= 25
    }

    /// The clause under the cue, from behind "that" on; further clauses coordinated with it are in its subtree.
    fn complement(&self, analysis: &Analysis, cue: usize, child: usize) -> Vec<ByteSpan> {
        let words = &analysis.words;
        let mut tokens: Vec<usize> = analysis
            .subtree(child)
            .into_iter()
            .filter(|&token| !words[token].is_punctuation())
            .collect();
        let marks: Vec<usize> = analysis
            .children(child)
            .iter()
            .copied()
            .filter(|&mark| {
                words[mark].deprel.base() == Deprel::Mark
                    && words[mark].lower == "that"
                    && mark < child
            })
            .collect();
        tokens.retain(|token| !marks.contains(token) && *token != cue);
        if child < cue {
            if let Some(source) = stranded_subject(analysis, cue) {
                tokens.retain(|&token| token < source);
            }
        }
        let mut spans: Vec<ByteSpan> = Vec::new();
        let mut previous: Option<usize> = None;
        for token in tokens {
            // Adjoining tokens are one stretch, whatever punctuation lies between; the cue parts two.
            let joined = previous.is_some_and(|previous| {
                (previous + 1..token)
                    .all(|between| words[between].is_punctuation() || marks.contains(&between))
            });
            match spans.last_mut() {
                Some(last) if joined => *last = last.cover(words[token].span),
                _ => spans.push(words[token].span),
            }
            previous = Some(token);
        }
        spans
    }

    /// All of the clause that the cue interrupts or ends.
    fn around_parenthesis(&self, analysis: &Analysis, head: usize, cue: usize) -> Vec<ByteSpan> {
        let words = &analysis.words;
        let aside = analysis.subtree(cue);
        let tokens = analysis
            .subtree(head)
            .into_iter()
            .filter(|token| !aside.contains(token) && !words[*token].is_punctuation());
        let mut spans: Vec<ByteSpan> = Vec::new();
        let mut previous: Option<usize> = None;
        for token in tokens {
            let joined = previous.is_some_and(|previous| {
                (previous + 1..token).all(|between| words[between].is_punctuation())
            });
            match spans.last_mut() {
                Some(last) if joined => *last = last.cover(words[token].span),
                _ => spans.push(words[token].span),
            }
            previous = Some(token);
        }
        spans
    }

    /// A quotation of the cue's own sentence, where the parser saw no link: "…" SOURCE said.
    fn beside_quotation(&self, sentence: usize, token: usize) -> Vec<ByteSpan> {
        let words = &self.analyses[sentence].words;
        if !cue::is_saying(words[token].lemma.as_str()) {
            return Vec::new();
        }
        let span = self.sentences[sentence].span;
        let first = self
            .quotations
            .partition_point(|quotation| quotation.last_sentence < sentence);
        let here = self.quotations[first..]
            .iter()
            .take_while(|quotation| quotation.first_sentence <= sentence);
        here.filter(|quotation| {
            quotation.n_words >= 3 && !quotation.span.contains(words[token].span)
        })
        .map(|quotation| {
            ByteSpan::new(
                quotation.span.start.max(span.start),
                quotation.span.end.min(span.end),
            )
            .trimmed(&self.article.text)
        })
        .map(|span| {
            ByteSpan::new(
                span.start,
                span.start
                    + span
                        .of(&self.article.text)
                        .trim_end_matches([',', '.', ' '])
                        .len(),
            )
        })
        .filter(|span| !span.is_empty())
        .collect()
    }

    /// "In an interview, the mayor also said:" before a list or a block quotation: all of it.
    fn behind_colon(&self, sentence: usize, token: usize) -> Vec<ByteSpan> {
        let words = &self.analyses[sentence].words;
        let kind = |sentence: &Sentence| self.article.blocks[sentence.block].kind;
        let Some(next) = self.sentences.get(sentence + 1) else {
            return Vec::new();
        };
        let leads = words.last().is_some_and(|word| word.form == ":")
            && next.block == self.sentences[sentence].block + 1;
        if !leads
            || !cue::is_saying(words[token].lemma.as_str())
            || !matches!(kind(next), BlockKind::ListItem | BlockKind::Quotation)
        {
            return Vec::new();
        }
        let behind = self.sentences[sentence + 1..]
            .iter()
            .take_while(|further| kind(further) == kind(next))
            .take(40);
        behind
            .map(|further| further.span.trimmed(&self.article.text))
            .filter(|span| !span.is_empty())
            .collect()
    }

    /// Sentences of a quotation that has its cue elsewhere in the paragraph belong to the same source: "X," he said. "Y."
    fn continue_quotations(&self, found: &mut Vec<Attribution>) {
        let mut by_quotation: Vec<Attribution> = Vec::new();
        let mut next_to_last: Option<(usize, Source, usize, CueType, ByteSpan)> = None;
        for quotation in self.quotations {
            let block = self.sentences[quotation.first_sentence].block;
            let credited: Vec<usize> = (0..found.len())
                .skip_while(|&attribution| {
                    found[attribution].sentence + 40 < quotation.first_sentence
                })
                .take_while(|&attribution| {
                    found[attribution].sentence <= quotation.last_sentence + 1
                })
                .filter(|&attribution| {
                    found[attribution]
                        .content
                        .iter()
                        .any(|span| span.overlaps(quotation.span))
                        && self.sentences[found[attribution].sentence].block == block
                })
                .collect();
            if let Some(&first) = credited
                .iter()
                .find(|&&attribution| !quotation.span.contains(found[attribution].cue))
            {
                let extends =
                    quotation.last_sentence > quotation.first_sentence || quotation.n_words > 3;
                if extends {
                    self.extend(&mut found[first], quotation);
                }
                let attribution = &found[first];
                if let Some(source) = &attribution.source {
                    next_to_last = Some((
                        block,
                        source.clone(),
                        attribution.sentence,
                        attribution.cue_type,
                        attribution.cue,
                    ));
                }
                continue;
            }
            // Whole quoted sentences of the same paragraph, or of the next where nobody else is credited.
            let whole = quotation.n_words >= 4 && self.starts_sentence(quotation);
            let following = next_to_last
                .as_ref()
                .filter(|(last, _, cue_sentence, _, _)| {
                    *last == block
                        || quotation.first_sentence <= cue_sentence + 4
                            && block == last + 1
                            && self.opens_block(quotation)
                });
            if let (true, Some((_, source, _, cue_type, cue))) = (whole, following) {
                let sentence = quotation.first_sentence;
                let (cue, cue_type) = (*cue, *cue_type);
                by_quotation.push(Attribution {
                    sentence,
                    source: Some(source.clone()),
                    cue,
                    cue_token: usize::MAX,
                    cue_type: if cue_type == CueType::Denial {
                        CueType::Assertion
                    } else {
                        cue_type
                    },
                    weak: false,
                    content: vec![quotation.span.trimmed(&self.article.text)],
                    mode: Mode::Direct,
                    parent: None,
                    rule: "continued_quotation",
                });
            }
        }
        found.extend(by_quotation);
        found.sort_by_key(|attribution| (attribution.sentence, attribution.cue.start));
    }

    /// The sentences of the quotation that lie before or behind the one with the cue.
    fn extend(&self, attribution: &mut Attribution, quotation: &quotation::Quotation) {
        let mut spans: Vec<ByteSpan> = Vec::new();
        for sentence in quotation.first_sentence..=quotation.last_sentence {
            let span = self.sentences[sentence].span;
            let part = ByteSpan::new(
                span.start.max(quotation.span.start),
                span.end.min(quotation.span.end),
            )
            .trimmed(&self.article.text);
            if !part.is_empty()
                && !attribution
                    .content
                    .iter()
                    .any(|content| content.overlaps(part))
            {
                spans.push(part);
            }
        }
        attribution.content.extend(spans);
        attribution.content.sort();
        attribution.mode = self.mode_of(&attribution.content);
    }

    fn starts_sentence(&self, quotation: &quotation::Quotation) -> bool {
        let sentence = self.sentences[quotation.first_sentence].span;
        quotation.span.start <= sentence.start + 4
    }

    fn opens_block(&self, quotation: &quotation::Quotation) -> bool {
        quotation.first_sentence == 0
            || self.sentences[quotation.first_sentence - 1].block
                != self.sentences[quotation.first_sentence].block
    }

    fn mode(&self, sentence: usize, cue: ByteSpan) -> Mode {
        let span = self.sentences[sentence].span;
        let quoted = self
            .quotations
            .iter()
            .any(|quotation| span.contains(quotation.span) && !quotation.span.contains(cue));
        if quoted { Mode::Mixed } else { Mode::Indirect }
    }

    fn mode_of(&self, content: &[ByteSpan]) -> Mode {
        let (Some(first), Some(last)) = (content.first(), content.last()) else {
            return Mode::Indirect;
        };
        let from = self
            .quotations
            .partition_point(|quotation| quotation.span.end <= first.start);
        let near = self.quotations[from..]
            .iter()
            .take_while(|quotation| quotation.span.start < last.end);
        let quoted: Vec<&quotation::Quotation> = near
            .filter(|quotation| content.iter().any(|span| span.overlaps(quotation.span)))
            .collect();
        let covered = |span: &ByteSpan| {
            quoted
                .iter()
                .any(|quotation| quotation.span.cover(*span).len() <= quotation.span.len() + 4)
        };
        match () {
            _ if quoted.is_empty() => Mode::Indirect,
            _ if content.iter().all(covered) => Mode::Direct,
            _ => Mode::Mixed,
        }
    }
}

/// The name or pronoun between a quotation and its cue that the parser gave to a verb of the quotation: "…," Liv Orr told.
fn stranded_subject(analysis: &Analysis, cue: usize) -> Option<usize> {
    let words = &analysis.words;
    let first = (0..cue)
        .rev()
        .take_while(|&at| {
            matches!(
                words[at].upos,
                Upos::Propn | Upos::Noun | Upos::Pron | Upos::Det | Upos::Adj
            )
        })
        .last()?;
    let behind_quotation =
        first > 0 && matches!(words[first - 1].form.as_str(), "\"" | "”" | "’" | ",");
    let is_head = |&at: &usize| {
        matches!(words[at].upos, Upos::Propn | Upos::Noun | Upos::Pron)
            && words[at]
                .head
                .is_none_or(|head| head < first || head >= cue)
    };
    (first..cue).find(is_head).filter(|_| behind_quotation)
}

fn has_mark(analysis: &Analysis, clause: usize, form: &str) -> bool {
    analysis.children(clause).iter().any(|&mark| {
        analysis.words[mark].lower == form && analysis.words[mark].deprel.base() == Deprel::Mark
    })
}

/// "Leaks, she adds, were found."
fn between_commas(analysis: &Analysis, head: usize) -> bool {
    let words = &analysis.words;
    let inside = analysis
        .subtree(head)
        .into_iter()
        .filter(|&token| !words[token].is_punctuation());
    let bounds = inside.fold(None, |bounds: Option<(usize, usize)>, token| {
        Some((bounds.map_or(token, |(first, _)| first), token))
    });
    let is_mark = |token: Option<usize>| {
        token
            .and_then(|token| words.get(token))
            .is_some_and(|word| matches!(word.form.as_str(), "," | "–" | "—" | "-" | "("))
    };
    bounds.is_some_and(|(first, last)| is_mark(first.checked_sub(1)) && is_mark(Some(last + 1)))
}

/// "It sounds silly, and my son has told me so", "It looks doubtful: the minister has said …": a clause beside what stands before
/// it, not a cue of it.
fn goes_on(analysis: &Analysis, token: usize) -> bool {
    let words = &analysis.words;
    let Some(first) = analysis
        .subtree(token)
        .into_iter()
        .find(|&inside| !words[inside].is_punctuation())
    else {
        return false;
    };
    let joins = words[first].upos == Upos::Cconj
        && words.get(first + 1).is_some_and(|next| next.form != ",");
    joins
        || first
            .checked_sub(1)
            .is_some_and(|before| words[before].form == ":")
}

fn clause_like(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    matches!(word.upos, Upos::Verb | Upos::Aux)
        || analysis
            .children_with(token, &[Deprel::Nsubj, Deprel::Cop, Deprel::Expl])
            .next()
            .is_some()
}

/// Stretches that cover the same bytes, in order and apart.
fn union(spans: impl Iterator<Item = ByteSpan>) -> Vec<ByteSpan> {
    let mut spans: Vec<ByteSpan> = spans.collect();
    spans.sort();
    let mut apart: Vec<ByteSpan> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// Gives each attribution the one that it lies inside: whose content holds its cue, the shortest first.
fn nest(found: &mut [Attribution]) {
    let length = |attribution: &Attribution| {
        attribution
            .content
            .iter()
            .map(|span| span.len())
            .sum::<usize>()
    };
    let mut from = 0;
    for index in 0..found.len() {
        let cue = found[index].cue;
        let sentence = found[index].sentence;
        while from < index && found[from].sentence + 8 < sentence {
            from += 1;
        }
        let to = (index + 40).min(found.len());
        let parents = (from..to).filter(|&other| {
            let holds = found[other].content.iter().any(|span| span.contains(cue));
            other != index && holds && length(&found[other]) > length(&found[index])
        });
        found[index].parent = parents.min_by_key(|&other| length(&found[other]));
    }
}
