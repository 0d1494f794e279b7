//! The report of one file, as JSON or as a table for people.

use averral::Options;
use averral::export::{ExportFormat, ExportOptions, export};
use averral::options::Format;
use averral::report::{HolderKind, Report};
use std::io::Read;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// File to read, `-` for standard input
    file: PathBuf,
    /// Print the full report as JSON
    #[arg(long)]
    json: bool,
    /// Print the claims as CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// auto, html, markdown or text
    #[arg(long, default_value = "auto")]
    format: String,
    /// Date that relative times count from, YYYY-MM-DD
    #[arg(long)]
    date: Option<String>,
    /// Address of the article
    #[arg(long)]
    url: Option<String>,
}

pub fn analyze(arguments: &Arguments) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    if arguments.file.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(&arguments.file)
            .map_err(|error| anyhow::anyhow!("{}: {error}", arguments.file.display()))?;
    }
    let mut options = Options::default().with_format(format(&arguments.format)?);
    options.date.clone_from(&arguments.date);
    options.url.clone_from(&arguments.url);
    let report = crate::extractor()?.analyze_bytes(&bytes, &options)?;
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else if arguments.csv {
        for file in export(&report, ExportFormat::Csv, &ExportOptions::default())? {
            print!("{}", file.text);
        }
    } else {
        print!("{}", table(&report));
    }
    Ok(())
}

/// The format of that name.
pub fn format(name: &str) -> anyhow::Result<Format> {
    Ok(match name {
        "auto" => Format::Auto,
        "html" => Format::Html,
        "markdown" => Format::Markdown,
        "text" => Format::Text,
        other => {
            anyhow::bail!("the format {other:?} is unknown; give auto, html, markdown or text")
        }
    })
}

/// The claims as people read them: what it is and who holds it, then the words, then what was decided beside.
pub fn table(report: &Report) -> String {
    let article = &report.article;
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(article.title.clone().unwrap_or_else(|| "(no title)".into()));
    let facts = [
        article.byline.join(", "),
        article.published.clone().unwrap_or_default(),
        article.url.clone().unwrap_or_default(),
    ];
    line(
        facts
            .iter()
            .filter(|fact| !fact.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · "),
    );
    line(format!(
        "{} sentences, {} claims, {} questions",
        article.sentences,
        report.claims.len(),
        report.questions.len()
    ));
    for claim in &report.claims {
        let holder = match claim.holder.kind {
            HolderKind::Author => "author".to_string(),
            HolderKind::Source => claim
                .holder
                .name
                .clone()
                .unwrap_or_else(|| "somebody".into()),
        };
        let decided = [
            claim.kind.map(word),
            claim.certainty.map(word),
            claim
                .polarity
                .map(word)
                .filter(|polarity| polarity == "negative"),
            claim.role.map(word),
        ];
        let decided: Vec<String> = decided.into_iter().flatten().collect();
        line(String::new());
        line(format!(
            "{:>4}  {} — {}",
            claim.id,
            decided.join(", "),
            holder
        ));
        line(format!("      {}", claim.text));
        if let Some(standalone) = claim
            .standalone
            .as_ref()
            .filter(|standalone| standalone.trim_end_matches('.') != claim.text)
        {
            line(format!("    = {standalone}"));
        }
        if let Some(condition) = &claim.condition {
            let marker = condition.marker.as_ref().map_or("", |marker| &marker.text);
            line(format!("      if: [{marker}] {}", condition.text));
        }
        if let Some(when) = &claim.when {
            let open = |day: &Option<String>| day.clone().unwrap_or_default();
            let days = format!(" {}/{}", open(&when.from), open(&when.to));
            let days = if days == " /" { "" } else { &days };
            line(format!(
                "      when: {}{days} ({})",
                word(when.period),
                when.rule
            ));
        }
        for time in &claim.times {
            line(format!("      time: {} = {}", time.text, time.value));
        }
    }
    for relation in &report.relations {
        line(format!(
            "{} {} {} ({})",
            relation.from,
            word(relation.kind),
            relation.to,
            relation.rule
        ));
    }
    for question in &report.questions {
        line(format!("   ?  {}", question.text));
    }
    for left_out in &report.left_out {
        line(format!(
            "   -  {} ({})",
            left_out.text,
            word(left_out.reason)
        ));
    }
    for note in &report.notes {
        line(format!("   !  {} ({})", note.message, note.code));
    }
    out
}

/// The word that a value is written as in JSON.
fn word<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_string))
        .unwrap_or_default()
}
