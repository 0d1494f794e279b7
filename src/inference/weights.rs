//! The weights file: a versioned, checksummed container of named tensors.
//!
//! Little endian: magic `AVRW`; format version (u32, 1); CRC-32 of all that follows (u32); length of the header (u32);
//! the header, JSON with `language`, `version`, `schema` and the table of tensors (name, dtype `i8`, `f32` or `u8`,
//! shape, offset from the end of the header, length in bytes); the tensors. The file is input from outside: every
//! field is checked before it is used, and nothing is allocated that the file is too short to fill.

use super::features::{N_BUCKETS, N_HASHED, SCHEMA, Vocabulary};
use super::kernel::{Linear, Table};
use super::ngram::N_NGRAMS;
use crate::grammar::{
    AttributionPart, CheckWorthiness, ChunkLabel, Deprel, EntityType, Proposition, Tag,
    Verifiability,
};
use crate::labels::UnknownLabel;
use serde::Deserialize;
use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

const MAGIC: &[u8; 4] = b"AVRW";
const FORMAT: u32 = 1;

/// Number of corpora on whose scale a word's factuality is given: uw, uds, meantime, cb, mv.
pub const N_FACTUALITY: usize = 5;

/// Why a weights file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WeightsError {
    /// It does not begin with `AVRW`.
    Magic,
    /// It has another format version.
    Format(u32),
    /// It is shorter than it says.
    Truncated,
    /// Its checksum does not fit: it was damaged on the way.
    Checksum,
    /// Its header can't be read.
    Header(String),
    /// It was trained for other features.
    Schema(String),
    /// It gives labels that this version does not know.
    Label(String),
    /// A tensor is missing or has another type or shape than the rest asks for.
    Tensor(String),
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WeightsError::Magic => write!(f, "this is no weights file"),
            WeightsError::Format(version) => {
                write!(f, "format version {version}, this averral reads {FORMAT}")
            }
            WeightsError::Truncated => write!(f, "the file is shorter than it says"),
            WeightsError::Checksum => write!(f, "the checksum does not fit; fetch the file again"),
            WeightsError::Header(what) => write!(f, "the header can't be read: {what}"),
            WeightsError::Schema(schema) => write!(
                f,
                "trained for the features {schema}, this averral has {SCHEMA}"
            ),
            WeightsError::Label(label) => {
                write!(f, "the label {label:?} is unknown to this averral")
            }
            WeightsError::Tensor(name) => write!(
                f,
                "the tensor {name} is missing or has the wrong type or shape"
            ),
        }
    }
}

impl std::error::Error for WeightsError {}

impl From<UnknownLabel> for WeightsError {
    fn from(UnknownLabel(label): UnknownLabel) -> Self {
        WeightsError::Label(label)
    }
}

impl From<Infallible> for WeightsError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// The trained numbers.
#[derive(Debug, Clone)]
pub struct Weights {
    version: String,
    pub(super) vocabulary: Vocabulary,
    pub(super) pieces: Table,
    /// The mean of all pieces.
    pub(super) pieces_mean: Vec<f32>,
    pub(super) hashed: Table,
    pub(super) input: Linear,
    pub(super) layers: Vec<Layer>,
    pub(super) norm: Norm,
    /// Two labels: no sentence ends behind the word, or one does.
    pub(super) boundary: Head,
    pub(super) tag: Head<Tag>,
    pub(super) lemma: Head,
    pub(super) entity: Head<ChunkLabel<EntityType>>,
    pub(super) attribution: Head<ChunkLabel<AttributionPart>>,
    /// Scores of dependency arcs.
    pub(super) arc: Biaffine,
    /// Scores of links from source and content to their cue.
    pub(super) link: Biaffine,
    pub(super) relation_dependent: Linear,
    pub(super) relation_head: Linear,
    pub(super) relation_root: Vec<f32>,
    pub(super) relation: Head<Deprel>,
    /// Makes the vectors that are pooled over a stretch of words.
    pub(super) pool: Linear,
    pub(super) checkworthy: Head<CheckWorthiness>,
    /// Two rows: what each word and pair of words adds to the log-odds of being worth checking, and how rare it is.
    pub(super) wording: Table,
    pub(super) wording_bias: f32,
    pub(super) kind: Head<Proposition>,
    pub(super) policlaim: Head<Verifiability>,
    /// What only the evaluation asks.
    #[cfg(feature = "_internals")]
    pub(super) regroom: Head<Verifiability>,
    pub(super) factuality_hidden: Linear,
    pub(super) factuality: Linear,
}

/// Scores pairs of words (Dozat & Manning 2017); the root is a pair's head where there is none.
#[derive(Debug, Clone)]
pub(super) struct Biaffine {
    pub dependent: Linear,
    pub head: Linear,
    pub bilinear: Linear,
    pub weight: Vec<f32>,
    pub root: Vec<f32>,
}

/// A linear layer whose outputs have labels.
#[derive(Debug, Clone)]
pub(super) struct Head<L = String> {
    pub linear: Linear,
    pub labels: Vec<L>,
}

/// Layer normalisation.
#[derive(Debug, Clone)]
pub(super) struct Norm {
    pub gain: Vec<f32>,
    pub bias: Vec<f32>,
}

/// A recurrent layer.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub norm: Norm,
    /// Three kernels of the width of the encoder: of the word before, of the word, of the word behind.
    pub conv: Vec<f32>,
    pub u: Linear,
    pub o: Linear,
}

#[derive(Deserialize)]
struct Header {
    language: String,
    version: String,
    schema: String,
    tensors: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    dtype: String,
    shape: Vec<usize>,
    offset: usize,
    length: usize,
}

impl Weights {
    /// Reads a weights file. Linear in its length.
    ///
    /// # Errors
    /// [`WeightsError`] says what is wrong with the file; a file that is read can't fail later.
    pub fn read(bytes: &[u8]) -> Result<Weights, WeightsError> {
        if bytes.get(..4) != Some(MAGIC) {
            return Err(WeightsError::Magic);
        }
        let number = |at: usize| -> Result<u32, WeightsError> {
            let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
            four.map(u32::from_le_bytes).ok_or(WeightsError::Truncated)
        };
        let format = number(4)?;
        if format != FORMAT {
            return Err(WeightsError::Format(format));
        }
        let checksum = number(8)?;
        let header_length = number(12)? as usize;
        if crc32fast::hash(&bytes[12..]) != checksum {
            return Err(WeightsError::Checksum);
        }
        let header_end = header_length
            .checked_add(16)
            .ok_or(WeightsError::Truncated)?;
        let header = bytes.get(16..header_end).ok_or(WeightsError::Truncated)?;
        let header: Header = serde_json::from_slice(header)
            .map_err(|error| WeightsError::Header(error.to_string()))?;
        if header.schema != SCHEMA || header.language != "en" {
            return Err(WeightsError::Schema(format!(
                "{} ({})",
                header.schema, header.language
            )));
        }
        let tensors = Tensors {
            body: &bytes[header_end..],
            entries: index(&header.tensors),
        };
        tensors.weights(header.version)
    }

    /// Version of the weights: that of averral, then a number for each retraining.
    pub fn version(&self) -> &str {
        &self.version
    }
}

fn index(entries: &[Entry]) -> HashMap<&str, &Entry> {
    entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry))
        .collect()
}

/// The tensors of a file by name.
struct Tensors<'f> {
    body: &'f [u8],
    entries: HashMap<&'f str, &'f Entry>,
}

impl Tensors<'_> {
    fn weights(&self, version: String) -> Result<Weights, WeightsError> {
        let wrong = |name: &str| WeightsError::Tensor(name.to_string());
        let vocabulary_lines = self.text("vocabulary")?;
        let pieces = self.table("pieces")?;
        if vocabulary_lines.lines().count() != pieces.rows() {
            return Err(wrong("vocabulary"));
        }
        let hashed = self.table("hashed")?;
        if hashed.rows() != N_HASHED * N_BUCKETS {
            return Err(wrong("hashed"));
        }
        let input = self.linear("in", pieces.columns() + hashed.columns())?;
        let width = input.rows();
        let n_layers = (0..64)
            .take_while(|layer| {
                self.entries
                    .contains_key(format!("layer{layer}.conv").as_str())
            })
            .count();
        let layers = (0..n_layers)
            .map(|layer| self.layer(layer, width))
            .collect::<Result<_, _>>()?;
        let relation_dependent = self.linear("rel.dep", width)?;
        let relation_head = self.linear("rel.head", width)?;
        let relation_width = relation_head.rows();
        if relation_dependent.rows() != relation_width {
            return Err(wrong("rel.dep.w"));
        }
        let boundary = self.head("boundary", width)?;
        if boundary.labels.len() != 2 {
            return Err(wrong("boundary.w"));
        }
        let pool = self.linear("pool", width)?;
        let pooled = pool.rows();
        let factuality_hidden = self.linear("factuality.hidden", width)?;
        let factuality = self.linear("factuality", factuality_hidden.rows())?;
        if factuality.rows() != N_FACTUALITY {
            return Err(wrong("factuality.w"));
        }
        let wording = self.table("wording")?;
        if wording.rows() != 2 || wording.columns() != N_NGRAMS {
            return Err(wrong("wording"));
        }
        let wording_bias = self.floats("wording.b", 1)?[0];
        Ok(Weights {
            version,
            vocabulary: Vocabulary::read(vocabulary_lines),
            pieces_mean: pieces.mean(),
            pieces,
            hashed,
            input,
            layers,
            norm: self.norm("final.norm", width)?,
            boundary,
            tag: self.head("tag", width)?,
            lemma: self.head("lemma", width)?,
            entity: self.head("entity", width)?,
            attribution: self.head("attribution", width)?,
            arc: self.biaffine("arc", width)?,
            link: self.biaffine("link", width)?,
            relation_dependent,
            relation_head,
            relation_root: self.floats("rel.root", relation_width)?,
            relation: self.head("rel", 3 * relation_width)?,
            checkworthy: self.head("checkworthy", 2 * pooled)?,
            wording,
            wording_bias,
            kind: self.head("kind", 2 * pooled)?,
            policlaim: self.head("policlaim", 2 * pooled)?,
            #[cfg(feature = "_internals")]
            regroom: self.head("regroom", 2 * pooled)?,
            pool,
            factuality,
            factuality_hidden,
        })
    }

    fn biaffine(&self, name: &str, width: usize) -> Result<Biaffine, WeightsError> {
        let dependent = self.linear(&format!("{name}.dep"), width)?;
        let head = self.linear(&format!("{name}.head"), width)?;
        let (values, scales, columns) = self.rows(&format!("{name}.u.w"))?;
        let bilinear = Linear::new(&values, scales, Vec::new(), columns);
        let rows = head.rows();
        if bilinear.columns() != dependent.rows() || bilinear.rows() != rows {
            return Err(WeightsError::Tensor(format!("{name}.u.w")));
        }
        let (weight, root) = (
            self.floats(&format!("{name}.w"), rows)?,
            self.floats(&format!("{name}.root"), rows)?,
        );
        Ok(Biaffine {
            dependent,
            head,
            bilinear,
            weight,
            root,
        })
    }

    fn layer(&self, layer: usize, width: usize) -> Result<Layer, WeightsError> {
        let name = |part: &str| format!("layer{layer}.{part}");
        let u = self.linear(&name("u"), width)?;
        let o = self.linear(&name("o"), width)?;
        if u.rows() != 2 * width || o.rows() != width || width % 8 != 0 {
            return Err(WeightsError::Tensor(name("u.w")));
        }
        Ok(Layer {
            norm: self.norm(&name("norm"), width)?,
            conv: self.floats(&name("conv"), 3 * width)?,
            u,
            o,
        })
    }

    fn norm(&self, name: &str, width: usize) -> Result<Norm, WeightsError> {
        Ok(Norm {
            gain: self.floats(&format!("{name}.gain"), width)?,
            bias: self.floats(&format!("{name}.bias"), width)?,
        })
    }

    fn linear(&self, name: &str, columns: usize) -> Result<Linear, WeightsError> {
        let (values, scales, n_columns) = self.rows(&format!("{name}.w"))?;
        if n_columns != columns || scales.is_empty() {
            return Err(WeightsError::Tensor(format!("{name}.w")));
        }
        let bias = self.floats(&format!("{name}.b"), scales.len())?;
        Ok(Linear::new(&values, scales, bias, columns))
    }

    fn head<L: FromStr>(&self, name: &str, columns: usize) -> Result<Head<L>, WeightsError>
    where
        WeightsError: From<L::Err>,
    {
        let linear = self.linear(name, columns)?;
        let text = self.text(&format!("labels.{name}"))?;
        let labels = text
            .lines()
            .map(str::parse)
            .collect::<Result<Vec<L>, _>>()?;
        if labels.len() != linear.rows() {
            return Err(WeightsError::Tensor(format!("labels.{name}")));
        }
        Ok(Head { linear, labels })
    }

    fn table(&self, name: &str) -> Result<Table, WeightsError> {
        let (values, scales, columns) = self.rows(name)?;
        Ok(Table::new(values, scales, columns))
    }

    /// Values row by row, the scale of each row, and the number of columns.
    fn rows(&self, name: &str) -> Result<(Vec<i8>, Vec<f32>, usize), WeightsError> {
        let (entry, bytes) = self.bytes(name, "i8", 1)?;
        let &[rows, columns] = entry.shape.as_slice() else {
            return Err(WeightsError::Tensor(name.to_string()));
        };
        if columns == 0 {
            return Err(WeightsError::Tensor(name.to_string()));
        }
        let scales = self.floats(&format!("{name}.scale"), rows)?;
        Ok((
            bytes.iter().map(|&byte| byte as i8).collect(),
            scales,
            columns,
        ))
    }

    fn floats(&self, name: &str, length: usize) -> Result<Vec<f32>, WeightsError> {
        let (_, bytes) = self.bytes(name, "f32", 4)?;
        let floats: Vec<f32> = bytes
            .chunks_exact(4)
            .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect();
        if floats.len() != length || floats.iter().any(|float| !float.is_finite()) {
            return Err(WeightsError::Tensor(name.to_string()));
        }
        Ok(floats)
    }

    fn text(&self, name: &str) -> Result<&str, WeightsError> {
        let (_, bytes) = self.bytes(name, "u8", 1)?;
        std::str::from_utf8(bytes).map_err(|_| WeightsError::Tensor(name.to_string()))
    }

    fn bytes(&self, name: &str, dtype: &str, size: usize) -> Result<(&Entry, &[u8]), WeightsError> {
        let wrong = || WeightsError::Tensor(name.to_string());
        let entry = *self.entries.get(name).ok_or_else(wrong)?;
        let items = entry
            .shape
            .iter()
            .try_fold(1usize, |product, &side| product.checked_mul(side))
            .ok_or_else(wrong)?;
        if entry.dtype != dtype || items.checked_mul(size) != Some(entry.length) {
            return Err(wrong());
        }
        let end = entry
            .offset
            .checked_add(entry.length)
            .ok_or(WeightsError::Truncated)?;
        let bytes = self
            .body
            .get(entry.offset..end)
            .ok_or(WeightsError::Truncated)?;
        Ok((entry, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn committed() -> Vec<u8> {
        std::fs::read(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/weights/averral-en.weights"
        ))
        .unwrap()
    }

    /// The file with new content behind the checksum, and a checksum that fits.
    fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
        let checksum = crc32fast::hash(&bytes[12..]);
        bytes[8..12].copy_from_slice(&checksum.to_le_bytes());
        bytes
    }

    #[test]
    fn reads_the_committed_weights() {
        assert_eq!(Weights::read(&committed()).unwrap().version(), "0.3.0");
    }

    #[test]
    fn tells_each_way_of_being_wrong() {
        let good = committed();
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            bytes
        };
        let error = |bytes: &[u8]| Weights::read(bytes).unwrap_err();
        assert_eq!(error(b""), WeightsError::Magic);
        assert_eq!(error(&with(0, b'X')), WeightsError::Magic);
        assert_eq!(error(&with(4, 9)), WeightsError::Format(9));
        assert_eq!(error(&good[..10]), WeightsError::Truncated);
        assert_eq!(error(&good[..good.len() - 1]), WeightsError::Checksum);
        assert_eq!(
            error(&with(good.len() - 1, !good[good.len() - 1])),
            WeightsError::Checksum
        );
        assert!(matches!(
            error(&sealed(with(16, b'!'))),
            WeightsError::Header(_)
        ));
        assert_eq!(
            error(&sealed(good[..good.len() - 64].to_vec())),
            WeightsError::Truncated
        );
        let renamed = |from: &str, to: &str| {
            let end = 16 + u32::from_le_bytes(good[12..16].try_into().unwrap()) as usize;
            let header = String::from_utf8(good[16..end].to_vec())
                .unwrap()
                .replacen(from, to, 1);
            sealed([&good[..16], header.as_bytes(), &good[end..]].concat())
        };
        assert!(matches!(
            error(&renamed("wordpiece12", "wordpiece13")),
            WeightsError::Schema(_)
        ));
        assert_eq!(
            error(&renamed("\"arc.root\"", "\"arc.ruut\"")),
            WeightsError::Tensor("arc.root".into())
        );
    }

    #[test]
    fn a_tensor_without_columns_is_refused() {
        let good = committed();
        let end = 16 + u32::from_le_bytes(good[12..16].try_into().unwrap()) as usize;
        let mut header: serde_json::Value = serde_json::from_slice(&good[16..end]).unwrap();
        // Word vectors of no numbers at all, and an input layer that would take them.
        for entry in header["tensors"].as_array_mut().unwrap() {
            if ["pieces", "hashed", "in.w"].contains(&entry["name"].as_str().unwrap()) {
                entry["shape"][1] = 0.into();
                entry["length"] = 0.into();
            }
        }
        let header = header.to_string();
        let length = (header.len() as u32).to_le_bytes();
        let bytes = sealed([&good[..12], &length, header.as_bytes(), &good[end..]].concat());
        assert_eq!(
            Weights::read(&bytes).unwrap_err(),
            WeightsError::Tensor("pieces".into())
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn damage_behind_a_fitting_checksum_never_panics(at in 12usize..6000, byte: u8) {
            let mut bytes = committed();
            bytes[at] = byte;
            let _ = Weights::read(&sealed(bytes));
        }
    }
}
