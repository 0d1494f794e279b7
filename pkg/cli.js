#!/usr/bin/env node
/**
 * The command `averral` of the npm package: the claims of files, read on worker threads and printed in their order.
 * @module
 */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { page } from "./cli.text.js";
import { files } from "./files.node.js";
import { loaded } from "./loading.js";
import { load } from "./node.js";

const HELP = `Finds what English articles claim, who claims it, how surely and why

Usage: averral [OPTIONS] FILE...

FILE is an article in HTML, Markdown or plain text, \`-\` is standard input.

  --format FORMAT        text (for people), json, jsonl (a line a file), or for one file an export: csv (a row a claim),
                         markdown, web_annotation, aif, xaif, argdown, schema_org, claim_review, dot, svg; text unless given
  --input-format FORMAT  auto, html, markdown or text; auto unless given
  --date YYYY-MM-DD      what relative times count from, before the article's own date
  --url URL              the article's address
  --max-bytes BYTES      longest article that is read; 20000000 unless given
  --threads N            files read at once; one for each core unless given
  --width COLUMNS        columns of the text for people; those of the terminal unless given
  --help, --version

Exit status: 0 all was read; 1 some files have an error; 2 wrong command line; 3 the output failed; 141 its reader has closed it.
The Rust program of the same name reads streams of documents as well: averral batch.
`;

const string = { type: "string" };
const OPTIONS = {
  format: { ...string, default: "text" },
  "input-format": string,
  date: string,
  url: string,
  "max-bytes": string,
  threads: string,
  width: string,
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
};

/** What the package makes one file of. */
const EXPORTS = ["csv", "markdown", "web_annotation", "aif", "xaif", "argdown", "schema_org", "claim_review", "dot", "svg"];

/** What is printed of a file. */
const FORMATS = {
  text: { write: ({ report }, layout) => page(report, layout), between: "\n" },
  json: { write: ({ id, report }, { name }) => JSON.stringify(name ? { id, report } : report, null, 2), between: ",\n", many: ["[\n", "\n]\n"], one: ["", "\n"] },
  jsonl: { write: ({ id, report }) => `${JSON.stringify({ id, report })}\n` },
  ...Object.fromEntries(EXPORTS.map((exported) => [exported, { write: ({ text }) => text, exported }])),
};

const say = (message) => process.stderr.write(`averral: ${message}\n`);

/** The command line is wrong. */
class Usage extends Error {}

async function main() {
  const { values, positionals: names } = read();
  if (values.help) return void process.stdout.write(HELP);
  if (values.version) {
    const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));
    return void process.stdout.write(`averral ${version}\n`);
  }
  if (names.length === 0 && process.stdin.isTTY) throw new Usage("name a file, or `-` for standard input; `averral --help` says more");
  if (names.length === 0) names.push("-");
  const format = FORMATS[values.format];
  if (!Object.hasOwn(FORMATS, values.format)) throw new Usage(`--format is ${values.format}; give ${Object.keys(FORMATS).join(", ")}`);
  const many = names.length > 1;
  if (many && values.url) throw new Usage("--url is the address of one file");
  if (many && format.exported) throw new Usage(`--format ${values.format} is for one file; give --format jsonl`);
  const options = { date: values.date, url: values.url, format: values["input-format"], maxBytes: number("max-bytes", values) ?? 20_000_000 };
  const threads = Math.min(number("threads", values) ?? availableParallelism(), names.length);
  const layout = { width: number("width", values) ?? process.stdout.columns, coloured: !!process.stdout.isTTY && process.stdout.hasColors() };

  const engine = await loaded(files, {});
  const readers = await Promise.all(Array.from({ length: threads }, () => load({ wasm: engine.module, weights: engine.weights })));
  try {
    // Said once here instead of for each file.
    await readers[0].analyze("", { ...options, maxBytes: 0 }).catch((error) => {
      throw new Usage(error.message);
    });
    const [before, after] = (many ? format.many : format.one) ?? ["", ""];
    await print(before);
    let n = 0;
    for await (const { id, error, ...outcome } of inOrder(names, readers, (name, reader) => readOne(name, reader, options, format.exported))) {
      if (error) {
        say(`${id}: ${error.message} (${error.code})`);
        process.exitCode = 1;
        continue;
      }
      await print((n++ ? (format.between ?? "") : "") + format.write({ id, ...outcome }, { ...layout, name: many ? id : undefined }));
    }
    await print(after);
  } finally {
    for (const reader of readers) reader.close();
  }
}

function read() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Usage(error.message);
  }
}

function number(name, values) {
  if (values[name] === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(values[name])) throw new Usage(`--${name} is ${values[name]}; give a number from 1 on`);
  return Number(values[name]);
}

/** The outcomes in the order of the names; a file is read when a reader is free, and no more are ahead than there are readers. */
async function* inOrder(names, readers, work) {
  const running = [];
  let next = 0;
  const begin = (reader) => {
    const name = names[next++];
    if (name !== undefined) running.push(work(name, reader).then((outcome) => ({ outcome, reader })));
  };
  readers.forEach(begin);
  while (running.length > 0) {
    const { outcome, reader } = await running.shift();
    begin(reader);
    yield outcome;
  }
}

async function readOne(name, reader, options, format) {
  try {
    const report = await reader.analyze(await bytes(name, options.maxBytes), options);
    if (!format) return { id: name, report };
    const [{ text }] = await reader.export(report, format);
    return { id: name, text };
  } catch (cause) {
    return { id: name, error: told(cause) };
  }
}

/** Never more of a pipe than the limit: it has no length that could be looked up. */
async function bytes(name, limit) {
  if (name !== "-") return readFile(name);
  const pieces = [];
  let n = 0;
  for await (const piece of process.stdin) {
    n += piece.length;
    pieces.push(piece);
    if (n > limit) break;
  }
  return Buffer.concat(pieces);
}

function told({ code, message }) {
  if (code === "ENOENT") return { code: "missing_file", message: "no such file" };
  // "EISDIR: illegal operation on a directory, read"
  if (/^E[A-Z]+$|^ERR_/.test(code)) return { code: "unreadable", message };
  return { code: code ?? "crashed", message };
}

/** Waits until the reader of the output has taken what is written. */
async function print(words) {
  if (words !== "" && !process.stdout.write(words)) await once(process.stdout, "drain");
}

process.stdout.on("error", (error) => {
  // Who leaves a pager has read enough.
  if (error.code === "EPIPE") process.exit(141);
  say(`standard output: ${error.message}`);
  process.exit(3);
});

main().catch((error) => {
  say(error.message);
  process.exit(error instanceof Usage ? 2 : 3);
});
