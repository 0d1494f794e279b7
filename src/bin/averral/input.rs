//! Files and standard input, never more of them than the limit.

use crate::fault::Fault;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Whether the path means standard input.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
    if is_standard(path) {
        return limited(io::stdin().lock(), limit);
    }
    file(path, limit)
}

/// The bytes of a file.
pub fn file(path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
    limited(
        File::open(path).map_err(|error| Fault::from(&error))?,
        limit,
    )
}

/// One byte more than the limit is asked for: devices and pipes have no length that could be looked up.
fn limited(reader: impl Read, limit: usize) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::from(&error))?;
    if bytes.len() > limit {
        return Err(Fault::too_long(limit));
    }
    Ok(bytes)
}
