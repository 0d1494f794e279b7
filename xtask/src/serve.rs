//! The demo on a local port: a server of files, with the headers that a careful host would send.

use crate::root;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types averral";

/// Builds, prints the claims of a sample and serves `www/` and `pkg/` until stopped.
pub fn serve(port: u16) -> anyhow::Result<()> {
    crate::build::build()?;
    let sample = std::fs::read(root().join("www/samples/ferry-terminal.md"))?;
    let report = crate::extractor()?.analyze_bytes(&sample, &averral::Options::default())?;
    print!("{}", crate::analyze::table(&report));
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|error| anyhow::anyhow!("port {port}: {error}; give another with --port"))?;
    println!("\nserving http://127.0.0.1:{port}/ — stop with Ctrl-C");
    for stream in listener.incoming().flatten() {
        // A browser that goes away is no reason to stop.
        std::thread::spawn(move || answer(stream).ok());
    }
    Ok(())
}

fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut request = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request
        .split(' ')
        .nth(1)
        .unwrap_or("/")
        .split(['?', '#'])
        .next()
        .unwrap_or("/");
    if path == "/" {
        return write!(
            stream,
            "HTTP/1.1 302 Found\r\nLocation: /www/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
    }
    match file(path).and_then(|path| Some((std::fs::read(&path).ok()?, path))) {
        Some((body, path)) => {
            let kind = kind(&path);
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
                 X-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
                body.len()
            )?;
            stream.write_all(&body)
        }
        None => write!(
            stream,
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ),
    }
}

/// The file of an address below `/www/` or `/pkg/`.
fn file(address: &str) -> Option<PathBuf> {
    let relative = Path::new(address.trim_start_matches('/'));
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let served = relative.starts_with("www") || relative.starts_with("pkg");
    let path = root().join(relative);
    let path = if path.is_dir() {
        path.join("index.html")
    } else {
        path
    };
    (inside && served && path.is_file()).then_some(path)
}

fn kind(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "md" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
