pub fn measure() -> anyhow::Result<()> {
    Ok(())
}
