//! The labels of Universal Dependencies v2 (Nivre et al. 2020) that the weights give: parts of speech, features,
//! relations; and those of named entities, attributions and
//! stretches of words.
//!
//! A label is read once, from the label table of the weights; from there on it is a value that the compiler knows.

use crate::labels::{UnknownLabel, labels};
use std::fmt;
use std::str::FromStr;

labels! {
    /// Universal part of speech.
    pub enum Upos {
        Adj = "ADJ",
        Adp = "ADP",
        Adv = "ADV",
        Aux = "AUX",
        Cconj = "CCONJ",
        Det = "DET",
        Intj = "INTJ",
        Noun = "NOUN",
        Num = "NUM",
        Part = "PART",
        Pron = "PRON",
        Propn = "PROPN",
        Punct = "PUNCT",
        Sconj = "SCONJ",
        Sym = "SYM",
        Verb = "VERB",
        X = "X",
    }
}

impl Default for Upos {
    /// What no other part of speech fits.
    fn default() -> Self {
        Upos::X
    }
}

impl Upos {
    /// A noun or a name.
    pub fn is_noun(self) -> bool {
        matches!(self, Upos::Noun | Upos::Propn)
    }

    /// A noun, a name or a pronoun: what can head a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(self, Upos::Noun | Upos::Propn | Upos::Pron)
    }
}

labels! {
    /// A morphological feature with its value, in the order in which CoNLL-U writes them.
    pub enum Feature {
        CaseAcc = "Case=Acc",
        CaseGen = "Case=Gen",
        CaseNom = "Case=Nom",
        DegreeCmp = "Degree=Cmp",
        DegreePos = "Degree=Pos",
        DegreeSup = "Degree=Sup",
        MoodImp = "Mood=Imp",
        MoodInd = "Mood=Ind",
        MoodSub = "Mood=Sub",
        NumberPlur = "Number=Plur",
        NumberPtan = "Number=Ptan",
        NumberSing = "Number=Sing",
        NumTypeCard = "NumType=Card",
        NumTypeFrac = "NumType=Frac",
        NumTypeMult = "NumType=Mult",
        NumTypeOrd = "NumType=Ord",
        Person1 = "Person=1",
        Person2 = "Person=2",
        Person3 = "Person=3",
        PolarityNeg = "Polarity=Neg",
        PolarityPos = "Polarity=Pos",
        PossYes = "Poss=Yes",
        PronTypeArt = "PronType=Art",
        PronTypeDem = "PronType=Dem",
        PronTypeEmp = "PronType=Emp",
        PronTypeInd = "PronType=Ind",
        PronTypeInt = "PronType=Int",
        PronTypeNeg = "PronType=Neg",
        PronTypePrs = "PronType=Prs",
        PronTypeRcp = "PronType=Rcp",
        PronTypeRel = "PronType=Rel",
        PronTypeTot = "PronType=Tot",
        TensePast = "Tense=Past",
        TensePres = "Tense=Pres",
        VerbFormFin = "VerbForm=Fin",
        VerbFormGer = "VerbForm=Ger",
        VerbFormInf = "VerbForm=Inf",
        VerbFormPart = "VerbForm=Part",
        VoicePass = "Voice=Pass",
    }
}

/// The features of a word, a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Features(u64);

impl Features {
    /// Whether the feature is among them.
    pub const fn has(self, feature: Feature) -> bool {
        self.0 & (1 << feature as u64) != 0
    }

    /// These and one more.
    #[must_use]
    pub const fn with(self, feature: Feature) -> Features {
        Features(self.0 | 1 << feature as u64)
    }
}

impl FromIterator<Feature> for Features {
    fn from_iter<I: IntoIterator<Item = Feature>>(features: I) -> Self {
        features
            .into_iter()
            .fold(Features::default(), Features::with)
    }
}

/// As CoNLL-U writes them: `Number=Sing|Tense=Past`; nothing where there are none.
impl fmt::Display for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = Feature::ALL.iter().filter(|feature| self.has(**feature));
        for (index, feature) in found.enumerate() {
            f.write_str(if index == 0 { "" } else { "|" })?;
            f.write_str(feature.label())?;
        }
        Ok(())
    }
}

/// Part of speech and features: one label of the weights, `NOUN|Number=Sing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tag {
    /// Universal part of speech.
    pub upos: Upos,
    /// Its features.
    pub features: Features,
}

impl FromStr for Tag {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        let mut parts = label.split('|');
        let upos = parts.next().unwrap_or_default().parse()?;
        let features = parts.map(str::parse).collect::<Result<Features, _>>()?;
        Ok(Tag { upos, features })
    }
}

labels! {
    /// Relation of a word to its head, with its subtype (the column DEPREL of CoNLL-U).
    pub enum Deprel {
        Acl = "acl",
        AclRelcl = "acl:relcl",
        Advcl = "advcl",
        AdvclRelcl = "advcl:relcl",
        Advmod = "advmod",
        Amod = "amod",
        Appos = "appos",
        Aux = "aux",
        AuxPass = "aux:pass",
        Case = "case",
        Cc = "cc",
        CcPreconj = "cc:preconj",
        Ccomp = "ccomp",
        Clf = "clf",
        Compound = "compound",
        CompoundPrt = "compound:prt",
        Conj = "conj",
        Cop = "cop",
        Csubj = "csubj",
        CsubjPass = "csubj:pass",
        Dep = "dep",
        Det = "det",
        DetPredet = "det:predet",
        Discourse = "discourse",
        Dislocated = "dislocated",
        Expl = "expl",
        Fixed = "fixed",
        Flat = "flat",
        Goeswith = "goeswith",
        Iobj = "iobj",
        List = "list",
        Mark = "mark",
        Nmod = "nmod",
        NmodPoss = "nmod:poss",
        NmodUnmarked = "nmod:unmarked",
        Nsubj = "nsubj",
        NsubjOuter = "nsubj:outer",
        NsubjPass = "nsubj:pass",
        Nummod = "nummod",
        Obj = "obj",
        Obl = "obl",
        OblAgent = "obl:agent",
        OblUnmarked = "obl:unmarked",
        Orphan = "orphan",
        Parataxis = "parataxis",
        Punct = "punct",
        Reparandum = "reparandum",
        Root = "root",
        Vocative = "vocative",
        Xcomp = "xcomp",
    }
}

impl Default for Deprel {
    /// A relation that no other fits.
    fn default() -> Self {
        Deprel::Dep
    }
}

impl Deprel {
    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    #[must_use]
    pub const fn base(self) -> Deprel {
        match self {
            Deprel::AclRelcl => Deprel::Acl,
            Deprel::AdvclRelcl => Deprel::Advcl,
            Deprel::AuxPass => Deprel::Aux,
            Deprel::CcPreconj => Deprel::Cc,
            Deprel::CompoundPrt => Deprel::Compound,
            Deprel::CsubjPass => Deprel::Csubj,
            Deprel::DetPredet => Deprel::Det,
            Deprel::NmodPoss | Deprel::NmodUnmarked => Deprel::Nmod,
            Deprel::NsubjOuter | Deprel::NsubjPass => Deprel::Nsubj,
            Deprel::OblAgent | Deprel::OblUnmarked => Deprel::Obl,
            deprel => deprel,
        }
    }
}

labels! {
    /// What a named entity is.
    pub enum EntityType {
        Date = "Date",
        Facility = "Facility",
        Location = "Location",
        Miscellaneous = "Miscellaneous",
        Money = "Money",
        Norp = "NORP",
        Organization = "Organization",
        Person = "Person",
        Product = "Product",
    }
}

labels! {
    /// Part of an attribution (Pareti 2016).
    pub enum AttributionPart {
        Source = "source",
        Cue = "cue",
        Content = "content",
    }
}

labels! {
    /// What a fact-checker makes of a sentence (ClaimBuster, Arslan et al. 2020).
    pub enum CheckWorthiness {
        CheckWorthy = "CFS",
        Unimportant = "UFS",
        NoClaim = "NFS",
    }
}

labels! {
    /// What a comment of a citizen puts forward (CDCP, Park & Cardie 2018).
    pub enum Proposition {
        Fact = "fact",
        Testimony = "testimony",
        Reference = "reference",
        Value = "value",
        Policy = "policy",
    }
}

labels! {
    /// Whether what is said can be verified (PoliClaim; Regulation Room).
    pub enum Verifiability {
        Unverifiable = "0",
        Verifiable = "1",
    }
}

/// Where a word stands in a stretch of words of one type; a word outside all has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chunk<T> {
    /// Its first word, `B-…`.
    Begin(T),
    /// A later word, `I-…`.
    Inside(T),
}

impl<T: Copy> Chunk<T> {
    /// The type of the stretch.
    pub fn kind(self) -> T {
        match self {
            Chunk::Begin(kind) | Chunk::Inside(kind) => kind,
        }
    }

    /// Whether it is a later word of the stretch.
    pub fn is_inside(self) -> bool {
        matches!(self, Chunk::Inside(_))
    }
}

/// One label of the weights: `O`, `B-Person`, `I-Person`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChunkLabel<T>(pub Option<Chunk<T>>);

impl<T: FromStr<Err = UnknownLabel>> FromStr for ChunkLabel<T> {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label.split_once('-') {
            None if label == "O" => Ok(ChunkLabel(None)),
            Some(("B", of)) => Ok(ChunkLabel(Some(Chunk::Begin(of.parse()?)))),
            Some(("I", of)) => Ok(ChunkLabel(Some(Chunk::Inside(of.parse()?)))),
            _ => Err(UnknownLabel(label.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_and_written_alike() {
        for label in ["NOUN", "VERB"] {
            assert_eq!(label.parse::<Upos>().unwrap().label(), label);
        }
        let tag: Tag = "VERB|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
            .parse()
            .unwrap();
        assert!(tag.features.has(Feature::TensePast) && !tag.features.has(Feature::TensePres));
        assert_eq!(
            tag.features.to_string(),
            "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
        );
        assert_eq!("PUNCT".parse::<Tag>().unwrap().features.to_string(), "");
        assert_eq!(
            "NOUN|Number=Many".parse::<Tag>(),
            Err(UnknownLabel("Number=Many".into()))
        );
    }

    #[test]
    fn a_subtype_has_the_base_that_its_label_begins_with() {
        for deprel in Deprel::ALL {
            let base = deprel.label().split(':').next().unwrap();
            assert_eq!(deprel.base().label(), base);
        }
    }

    #[test]
    fn chunks_are_read_with_their_type() {
        let read = |label: &str| label.parse::<ChunkLabel<EntityType>>().map(|label| label.0);
        assert_eq!(read("O"), Ok(None));
        assert_eq!(read("B-NORP"), Ok(Some(Chunk::Begin(EntityType::Norp))));
        assert_eq!(
            read("I-Person"),
            Ok(Some(Chunk::Inside(EntityType::Person)))
        );
        assert!(read("P-Person").is_err() && read("B-Persons").is_err());
    }
}
