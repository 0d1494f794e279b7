//! Report → other formats, one file each.
