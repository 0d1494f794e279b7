pub fn evaluate(_data: &std::path::Path) -> anyhow::Result<()> { Ok(()) }
