/** The command of the package, run as `npx averral` runs it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../pkg/direct.node.js";

const { bin } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
const command = fileURLToPath(new URL(`../../pkg/${bin.averral}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "averral-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const BANK = "The bank denies that it laundered money. The council says that the tax may rise if the vote fails.\n";
const bank = file("bank.txt", BANK);
const cafe = file("cafe.txt", Buffer.from("The café is closed.", "latin1"));
const direct = await load();

/** Runs the command to its end; `leave` closes its output before it writes. */
function averral(words, { input = "", stdout = "pipe", leave = false } = {}) {
  const child = spawn(process.execPath, [command, ...words], { stdio: ["pipe", stdout, "pipe"] });
  const run = { out: "", err: "" };
  if (leave) child.stdout.destroy();
  child.stdout?.setEncoding("utf8").on("data", (piece) => (run.out += piece));
  child.stderr.setEncoding("utf8").on("data", (piece) => (run.err += piece));
  child.stdin.on("error", () => {}).end(input);
  return new Promise((resolve) => child.on("close", (status) => resolve({ ...run, status })));
}

test("people read the holder first, and what is denied stays denied", async () => {
  const { out, err, status } = await averral([], { input: BANK });
  const wanted = ["2 sentences, 2 claims", "", "The bank — fact · negative · c1", "    The bank denies that it laundered money.", ""];
  assert.equal(out, [...wanted, "The council — prediction · possible · c2", "    The tax may rise if the vote fails.", ""].join("\n"));
  assert.deepEqual([err, status], ["", 0]);
  const narrow = await averral(["--width", "24", bank]);
  assert.ok(narrow.out.split("\n").length > 10 && narrow.out.split("\n").every((line) => line.length <= 24), narrow.out);
  const escapes = await averral([], { input: "The ferry\u001b]0;mine\u0007 is late." });
  assert.doesNotMatch(escapes.out, /[\u0007\u001b]/);
});

test("each format is what the package makes", async () => {
  const wanted = JSON.parse(JSON.stringify(direct.analyze(Buffer.from(BANK), { date: "2026-11-02" })));
  const read = async (format, ...files) => (await averral(["--date", "2026-11-02", "--format", format, ...files])).out;
  assert.deepEqual(JSON.parse(await read("json", bank)), wanted);
  assert.deepEqual(JSON.parse(await read("jsonl", bank)), { id: bank, report: wanted });
  for (const format of ["csv", "markdown", "web_annotation", "aif", "xaif", "argdown", "schema_org", "claim_review", "dot", "svg"]) {
    assert.equal(await read(format, bank), direct.export(wanted, format)[0].text, format);
  }
  assert.match(await read("csv", cafe), /The café is closed/);
});

test("several files are read on threads and printed in order", async () => {
  const files = Array.from({ length: 7 }, (_, n) => file(`${n}.txt`, BANK.repeat(1 + ((n * 5) % 7))));
  const { out, status } = await averral(["--format", "json", "--threads", "3", ...files]);
  const wanted = files.map((id) => ({ id, report: JSON.parse(JSON.stringify(direct.analyze(readFileSync(id)))) }));
  assert.deepEqual(JSON.parse(out), wanted);
  assert.equal(status, 0);
});

test("files that can't be read are told, and the others printed", async () => {
  const missing = join(folder, "missing.txt");
  const { out, err, status } = await averral([missing, folder, cafe]);
  assert.match(out, /The café is closed/);
  const told = err.trimEnd().split("\n");
  assert.equal(told[0], `averral: ${missing}: no such file (missing_file)`);
  assert.match(told[1], /\(unreadable\)$/);
  assert.deepEqual([told.length, status], [2, 1]);
  const long = await averral(["--max-bytes", "5", "-"], { input: BANK });
  assert.match(long.err, /^averral: -: .*\(too_long\)\n$/);
});

test("wrong command lines are told in a line", async () => {
  for (const [words, message] of [
    [["--date", "yesterday"], /the option `date` is "yesterday"/],
    [["--format", "pdf"], /--format is pdf; give text, json, jsonl, csv/],
    [["--input-format", "pdf"], /the option `format` is "pdf"/],
    [["--fromat", "csv"], /'--fromat'/],
    [["--threads", "0"], /--threads is 0/],
    [["--format", "csv", bank, cafe], /give --format jsonl/],
  ]) {
    const { err, out, status } = await averral(words);
    assert.match(err, message);
    assert.deepEqual([out, status, err.split("\n").length], ["", 2, 2], words.join(" "));
  }
});

test("a closed pipe ends it, a full disk is told", { skip: process.platform !== "linux" }, async () => {
  const left = await averral(["--format", "json", bank], { leave: true });
  assert.deepEqual([left.err, left.status], ["", 141]);
  const full = await averral([bank], { stdout: openSync("/dev/full", "w") });
  assert.match(full.err, /^averral: standard output: .*no space left on device.*\n$/i);
  assert.equal(full.status, 3);
});
