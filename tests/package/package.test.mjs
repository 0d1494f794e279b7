/** The built package in Node: loading, offsets, errors, encodings, and the same report as the native build. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { AverralError, load } from "../../pkg/direct.node.js";
import { load as loadAway } from "../../pkg/node.js";

const root = new URL("../../", import.meta.url);
const extractor = await load();
const samples = readdirSync(new URL("www/samples/", root));

/** `text` without what spans leave out: white space and the mark between pieces. */
const solid = (text) => text.replace(/[\s…]/gu, "");

test("spans cut the words of each claim, question and mention out of the source", () => {
  const checked = { claims: 0, questions: 0, mentions: 0 };
  const texts = [
    "📚 The café — née “Zoë’s” — must stay open.\r\nThe mayor says that it 👩‍👩‍👧 is late.\r\n",
    "# A title\n\nThe **old** ferry [leaks](x), and _nobody_ cares.",
    ...samples.map((name) => readFileSync(new URL(`www/samples/${name}`, root), "utf8")),
  ];
  for (const source of texts) {
    const { claims, questions, entities, article } = extractor.analyze(source);
    for (const [name, found] of Object.entries({ claims, questions, mentions: entities.flatMap(({ mentions }) => mentions) })) {
      for (const { text, spans, textSpans } of found) {
        const cut = spans.map(([start, end]) => source.slice(start, end)).join("");
        assert.equal(solid(cut), solid(text));
        assert.equal(textSpans.map(([start, end]) => article.text.slice(start, end)).join(" … "), text);
      }
      checked[name] += found.length;
    }
  }
  assert.ok(checked.claims > 40 && checked.questions > 0 && checked.mentions > 20, JSON.stringify(checked));
});

test("character references keep their place", () => {
  const source = "<p>Brant &amp; Sons lost &pound;2m on the mayor&#39;s <b>plan</b>.</p>";
  const { claims } = extractor.analyze(source, { format: "html" });
  assert.equal(claims.length, 1);
  assert.equal(claims[0].text, "Brant & Sons lost £2m on the mayor's plan");
  const cut = claims[0].spans.map(([start, end]) => source.slice(start, end)).join("");
  assert.equal(cut, "Brant &amp; Sons lost &pound;2m on the mayor&#39;s plan");
});

test("errors have a code", async () => {
  const code = (run) => {
    try {
      run();
    } catch (error) {
      assert.ok(error instanceof AverralError);
      return error.code;
    }
  };
  assert.equal(code(() => extractor.analyze("x", { date: "yesterday" })), "bad_option");
  assert.equal(code(() => extractor.analyze("x", { format: "pdf" })), "bad_option");
  assert.equal(code(() => extractor.analyze("x", { fromat: "html" })), "bad_option");
  assert.equal(code(() => extractor.analyze("x", "html")), "bad_option");
  assert.equal(code(() => extractor.analyze("too long", { maxBytes: 3 })), "too_long");
  await assert.rejects(load({ weights: new Uint8Array([1, 2, 3]) }), { code: "bad_weights" });
  await assert.rejects(load({ weights: new URL("missing.weights", import.meta.url) }), { code: "load_failed" });
  const closed = await load();
  closed.close();
  assert.equal(code(() => closed.analyze("x")), "closed");
});

test("bytes are decoded by their encoding", () => {
  const text = "The café is late.";
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  const latin = new Uint8Array(Buffer.from(text, "latin1"));
  for (const [bytes, encoding] of [[new TextEncoder().encode(`\ufeff${text}`), "UTF-8"], [utf16, "UTF-16LE"], [latin, "windows-1252"]]) {
    const { article, claims } = extractor.analyze(bytes);
    assert.equal(article.encoding, encoding);
    assert.equal(claims[0].text, "The café is late");
  }
});

test("odd input gives a report", () => {
  const notes = (source) => extractor.analyze(source).notes.map(({ code }) => code);
  assert.deepEqual(notes(""), ["empty"]);
  assert.deepEqual(notes("\0\x01\x02\x03PNG\0\0\0"), ["binary"]);
  assert.ok(notes("Der Bürgermeister sagt, dass die Fähre zu alt ist und dass niemand sie mehr reparieren will, weil das Geld fehlt und die Stadt spart.").includes("not_english"));
  const lone = extractor.analyze("The \ud800 ferry is late.");
  assert.equal(lone.claims[0].spans[0][1], "The ? ferry is late".length);
  assert.equal(extractor.analyze("<div>".repeat(10_000) + "The ferry is late.", { format: "html" }).claims.length, 1);
  assert.deepEqual(extractor.analyze("Lentils\n\nSalt").claims, []);
});

test("ten megabytes on one line are read", { timeout: 240_000 }, () => {
  const line = "The ferry lost money and the council sold it. ".repeat(10_000_000 / 46);
  const { claims, notes } = extractor.analyze(line, { format: "text" });
  assert.ok(claims.length > 10_000);
  assert.deepEqual(notes.map(({ code }) => code), ["cut_short"]);
});

test("native and wasm agree to the byte", () => {
  const native = (name) => {
    const output = execFileSync("cargo", ["run", "--quiet", "--package", "xtask", "--", "analyze", "--json", `www/samples/${name}`], { cwd: root, maxBuffer: 1 << 28 });
    return JSON.stringify(JSON.parse(output.toString()));
  };
  for (const name of samples) {
    const report = extractor.analyze(new Uint8Array(readFileSync(new URL(`www/samples/${name}`, root))));
    assert.equal(JSON.stringify(report), native(name), name);
  }
});

test("every export is the recorded one, also of a report that was kept as JSON", () => {
  const folder = new URL("tests/exports/", root);
  const formats = ["csv", "markdown", "web_annotation", "aif", "xaif", "argdown", "schema_org", "claim_review", "dot", "brat", "svg", "json"];
  for (const name of ["library", "hostile"]) {
    const report = extractor.analyze(readFileSync(new URL(`${name}.md`, folder), "utf8"));
    for (const format of formats) {
      for (const given of [report, JSON.parse(JSON.stringify(report))]) {
        for (const file of extractor.export(given, format)) {
          const base = file.name.startsWith("annotation.") ? "annotation" : name;
          const recorded = readFileSync(new URL(`expected/${base}${file.name.slice(file.name.indexOf("."))}`, folder), "utf8");
          assert.equal(file.text, recorded, file.name);
          assert.match(file.mediaType, /^[a-z]+\/[a-z+.-]+/);
        }
      }
    }
  }
});

test("some claims are exported, and what can't be is said", () => {
  const report = extractor.analyze("The ferry is late. The mayor says it may sink.");
  const [file] = extractor.export(report, "csv", { claims: ["c2"], tabs: true });
  assert.deepEqual(file.text.trim().split("\r\n").map((row) => row.split("\t")[1]), ["id", "c2"]);
  assert.equal(extractor.export(report, "brat").length, 3);
  for (const [format, options] of [["pdf", {}], ["csv", { claims: ["c9"] }], ["csv", { tab: true }], ["csv", "tabs"]]) {
    assert.throws(() => extractor.export(report, format, options), { name: "AverralError", code: "bad_option" });
  }
});

test("the interface with promises is the same", async () => {
  const away = await loadAway();
  const report = await away.analyze("The ferry is late.");
  assert.equal(report.claims.length, 1);
  const [csv] = await away.export(report, "csv");
  assert.match(csv.text, /^article,id,holder,.*\r\n"ni:[^,]*",c1,author,/);
  await assert.rejects(away.analyze("x", {}, { signal: AbortSignal.abort() }), { code: "aborted" });
  away.close();
  await assert.rejects(away.analyze("x"), { code: "closed" });
});

test("the example of the package's README runs", async () => {
  const readme = readFileSync(new URL("pkg/README.md", root), "utf8");
  const [, code] = readme.match(/```js\n([\s\S]*?)```/);
  const lines = [];
  const body = code.replace(/^import .*$/m, "").replaceAll("console.log", "print");
  await new Function("load", "print", `return (async () => {${body}})()`)(loadAway, (...line) => lines.push(line.join(" ")));
  assert.deepEqual(lines, ["fact certain author The ferry stopped in May", "prediction possible The mayor it may sink"]);
});
