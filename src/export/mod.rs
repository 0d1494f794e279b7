//! Report → other formats, one file each.

mod csv;

pub use csv::{CsvOptions, csv};
