/** The demo page and the built package in Chromium. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { paste, start } from "./page.mjs";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
let site;
before(async () => (site = await start()));
after(() => site?.stop());

const ids = (page) => page.$$eval("#claims > li", (items) => items.map((item) => item.id));
/** The report as the export view has it. */
const report = async (page) => {
  await page.click("#tab-export");
  await page.waitForFunction(() => document.querySelector("#view-export textarea")?.value.startsWith("{"));
  return JSON.parse(await page.$eval("#view-export textarea", (area) => area.value));
};

test("shows the sample's claims, and asks for nothing afterwards", async () => {
  const { page, seen } = await site.open();
  assert.ok((await ids(page)).length > 25);
  const marked = await page.$$eval("article mark", (marks) => new Set(marks.flatMap((mark) => mark.dataset.claims.split(" "))).size);
  assert.equal(marked, (await ids(page)).length);
  const before = seen.requests.length;
  await paste(page, "The ferry is late. The mayor says it may sink.");
  assert.deepEqual(await ids(page), ["c1", "c2"]);
  await page.select("#samples", "harbour-report.txt");
  await page.waitForFunction(() => document.querySelector("article h2")?.textContent.startsWith("Fishing fleet"));
  // The browser draws its own controls from data: addresses.
  assert.deepEqual(seen.requests.slice(before).filter((url) => !url.startsWith("data:")), []);
  assert.ok(seen.requests.every((url) => url.startsWith(site.address.replace("www/", "")) || url.startsWith("data:")), seen.requests.join("\n"));
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test("both modules give the same reports, and the faster one is taken", async () => {
  const names = readdirSync(new URL("../../www/samples/", import.meta.url));
  const reports = async (assets) => {
    const page = await site.browser.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(site.address);
    const texts = await page.evaluate(
      async (names, assets) => {
        const { load } = await import("/pkg/direct.js");
        const extractor = await load(assets);
        const read = async (name) => JSON.stringify(extractor.analyze(await (await fetch(`samples/${name}`)).text()));
        return Promise.all(names.map(read));
      },
      names,
      assets,
    );
    await page.close();
    return { texts, asked };
  };
  const own = await reports({});
  assert.ok(own.asked.some((url) => url.endsWith("averral_relaxed.wasm")));
  assert.deepEqual((await reports({ wasm: "/pkg/generated/averral_bg.wasm" })).texts, own.texts);
});

test("HTML, a dropped file and emoji are read", async () => {
  const { page } = await site.open();
  await paste(page, "<article><h1>Old ferry, new fare</h1><p>The ferry <b>is</b> late, and nobody cares &amp; pays.</p></article>");
  assert.equal(await page.$eval("article h2", (title) => title.textContent), "Old ferry, new fare");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["# Dropped\n\nThe *harbour* must stay open."], "dropped.md", { type: "text/markdown" }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector("article h2")?.textContent === "Dropped");
  assert.equal(await page.$eval("#claims .words", (words) => words.textContent), "The harbour must stay open");
  await page.select("#samples", "letters.txt");
  await page.waitForFunction(() => document.querySelector("article h2")?.textContent.includes("🌙"));
  assert.ok((await page.$eval("article", (article) => article.textContent)).includes("نور") || (await ids(page)).length > 3);
  await page.close();
});

test("an article's markup is never the page's", async () => {
  const { page, seen } = await site.open();
  await paste(page, "The ferry <img src=x onerror=document.title='broken'> is late.\n\nThe <script>document.title='broken'</script> mayor is right.");
  assert.equal(await page.$("article img, article script"), null);
  assert.notEqual(await page.title(), "broken");
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test("odd input says so and keeps the text", async () => {
  const { page } = await site.open();
  assert.match(await paste(page, "Lentils\n\nSalt and pepper"), /No claims here/);
  assert.match(await page.$eval("article", (article) => article.textContent), /Salt and pepper/);
  assert.match(await paste(page, "Der Bürgermeister sagt, dass die Fähre zu alt ist und dass niemand sie mehr reparieren will, weil das Geld fehlt und die Stadt spart."), /English/);
  assert.match(await page.$eval("article", (article) => article.textContent), /Bürgermeister/);
  const names = () => page.$eval("#view-names", (view) => view.textContent);
  await paste(page, "Maria Okafor, the mayor of Orrin, said on Monday that the ferry is late.");
  assert.match(await names(), /Okafor/);
  assert.match(await paste(page, `${"x".repeat(21_000_000)}`), /too long/);
  assert.equal(await names(), "", "no names of the article before");
  assert.match(await page.$eval("article", (article) => article.textContent), /^xxx/);
  await page.close();
});

test("a file that is gone says so", async () => {
  const { page, seen } = await site.open();
  await (await page.$("#file")).uploadFile("no-such-folder/gone.md");
  await page.waitForFunction(() => document.getElementById("summary").textContent.includes("gone.md can't be read"));
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test("the keyboard alone is enough", async () => {
  const { page } = await site.open();
  await page.focus("article .number");
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.number), "c3");
  await page.keyboard.press("Enter");
  assert.equal(await page.$eval("#c3 details", (details) => details.open), true);
  // A card is made in the event that follows the opening.
  await page.waitForSelector("#c3 .card");
  assert.match(await page.$eval("#c3 .card", (card) => card.textContent), /Why.*holder:/s);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.number), "c3");
  await page.keyboard.press("?");
  assert.equal(await page.$eval("#help-dialog", (dialog) => dialog.open), true);
  await page.close();
});

test("a card says the claim alone, with its edits, what it leaves open, and when it holds", async () => {
  const { page } = await site.open();
  await paste(page, "Maria Okafor sold the ferry. She will regret that.");
  await page.$$eval("#claims details", (all) => all.forEach((details) => (details.open = true)));
  await page.waitForSelector("#c2 .card");
  const text = await page.$eval("#c2 .card", (card) => card.textContent);
  assert.match(text, /Maria Okafor will regret that\..*She → Maria Okafor.*Left open.*“that”.*Time.*future/s);
  await page.close();
});

test("a name lists its mentions, and the chosen one is selected in the article", async () => {
  const { page, seen } = await site.open();
  await page.click("#tab-names");
  await page.focus(".mentions summary");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".mentions[open] button");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const words = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(await page.evaluate(() => String(getSelection())), words);
  assert.ok(await page.$eval("article", (article) => article.contains(getSelection().anchorNode)));
  const { entities } = await report(page);
  assert.ok(entities.some(({ mentions }) => mentions.some(({ text }) => text === words)));
  // The page scrolls smoothly.
  await page.waitForFunction(() => {
    const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test("mentions in the same words stand together, each with its own place", async () => {
  const { page } = await site.open();
  await paste(page, "Maria Okafor sold the ferry. She was late. Maria Okafor was angry when she left it.");
  await page.click("#tab-names");
  await page.click(".mentions summary");
  await page.waitForSelector(".mentions button");
  const buttons = await page.$$eval(".mentions button", (buttons) => buttons.map((button) => {
    button.click();
    return [button.ariaLabel ?? button.textContent, String(getSelection()), getSelection().getRangeAt(0).getBoundingClientRect().left];
  }));
  assert.deepEqual(buttons.map(([label, words]) => [label, words]), [["Maria Okafor", "Maria Okafor"], ["Maria Okafor 2", "Maria Okafor"], ["She", "She"], ["She 2", "she"]]);
  assert.equal(new Set(buttons.map(([, , left]) => left)).size, 4);
  await page.close();
});

test("the number of a claim that begins inside a mention is not selected", async () => {
  const { page } = await site.open();
  const selected = await page.evaluate(async () => {
    const { select, showArticle } = await import("/www/article.js");
    const text = "The ferry's master Petter Holm is late.";
    const claim = (id, start) => ({ id, kind: "fact", holder: { kind: "author" }, textSpans: [[start, text.length]] });
    const article = { text, byline: [], notices: [], blocks: [{ kind: "paragraph", textSpan: [0, text.length] }] };
    showArticle(document.getElementById("article"), { article, claims: [claim("c1", 0), claim("c2", text.indexOf("Holm"))] }, () => {});
    select([text.indexOf("Petter"), text.indexOf(" is")]);
    return [String(getSelection()), getSelection().getRangeAt(0).cloneContents().textContent];
  });
  assert.deepEqual(selected, ["Petter Holm", "Petter 2FHolm"]);
  await page.close();
});

/** What *Download* would save of the chosen format, once it is there. */
async function downloads(page) {
  await page.waitForFunction(() => {
    const { format, busy } = document.querySelector("#view-export .files").dataset;
    return !busy && format === document.querySelector("#view-export select").value;
  }, { timeout: 60_000 });
  return page.evaluate(async () => {
    const saved = [];
    // The page's policy lets nothing be fetched, not even its own blobs.
    const blobs = new Map();
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob) => {
      const address = createObjectURL(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push(blobs.get(this.href).text().then((text) => ({ name: this.download, text })));
    };
    for (const button of document.querySelectorAll("#view-export .download")) button.click();
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    return Promise.all(saved);
  });
}

test("filters count and export writes the report", async () => {
  const { page } = await site.open();
  const all = (await ids(page)).length;
  await page.$$eval("#filters button", (buttons) => buttons.find((button) => button.textContent.startsWith("others")).click());
  const [, shown, total] = (await page.$eval("#count", (count) => count.textContent)).match(/^(\d+) of (\d+)/);
  assert.equal(Number(total), all);
  assert.ok(Number(shown) > 0 && Number(shown) < all);
  const json = await report(page);
  assert.equal(json.claims.length, all);
  await page.click("#view-export input[value=shown]");
  await page.select("#view-export select", "csv");
  await page.waitForFunction(() => document.querySelector("#view-export textarea")?.value.startsWith("article,id,holder"));
  const csv = await page.$eval("#view-export textarea", (area) => area.value);
  assert.equal(csv.match(/^[^,\n]*,c\d+,/gm).length, Number(shown));
  await page.close();
});

test("every format has a preview, and the files are those of the report on the screen", async () => {
  const { page, seen } = await site.open();
  // A legacy encoding, and longer than what a preview of the source would read.
  const source = `The café is closed. ${"The mayor said the ferry was late. ".repeat(7000)}`;
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.click("#open")]);
  const path = join(tmpdir(), `averral-${process.pid}.txt`);
  writeFileSync(path, Buffer.from(source, "latin1"));
  await chooser.accept([path]);
  await page.waitForFunction(() => /^7,?001 claims/.test(document.getElementById("summary").textContent), { timeout: 120_000 });
  rmSync(path);
  await page.click("#tab-export");
  await page.select("#view-export select", "csv");
  const [csv] = await downloads(page);
  assert.match(csv.text, /The café is closed/);
  assert.equal(csv.text.trim().split("\r\n").length, 7002);

  await page.select("#samples", "harbour-report.txt");
  await page.waitForFunction(() => document.querySelector("article h2")?.textContent.startsWith("Fishing fleet"));
  const formats = await page.$$eval("#view-export select option", (options) => options.map(({ value }) => value));
  assert.equal(formats.length, 12);
  const names = [];
  for (const format of formats) {
    await page.select("#view-export select", format);
    const files = await downloads(page);
    assert.ok(files.every(({ text }) => text.length > 100), format);
    names.push(...files.map(({ name }) => name));
  }
  assert.equal(new Set(names).size, 14);
  assert.ok(names.every((name) => name === "annotation.conf" || name.startsWith("2026-02-12-fishing-fleet-")), names.join());
  assert.ok(await page.$eval("#view-export img", (image) => image.decode().then(() => image.naturalWidth > 100)));
  assert.deepEqual(seen.errors, []);
  await page.close();
});

for (const [width, dark] of [[1280, false], [1280, true], [390, false], [390, true]]) {
  test(`axe finds nothing at ${width} px, ${dark ? "dark" : "light"}`, async () => {
    const { page } = await site.open({ width, dark });
    const findings = async (state) => {
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
      assert.ok(passes.length > 10);
      assert.deepEqual(violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes[0].html}`), []);
    };
    await page.click("#claims summary");
    await findings("a card is open");
    for (const tab of ["sources", "names", "left", "export"]) {
      await page.click(`#tab-${tab}`);
      if (tab === "names") {
        await page.click(".mentions summary");
        await page.waitForSelector(".mentions button");
      }
      await findings(tab);
    }
    await page.click("#paste");
    await findings("dialog");
    await page.close();
  });
}

test("memory is level after many articles", async () => {
  const { page } = await site.open();
  const size = async () => {
    await paste(page, `The ferry is late. ${Math.random()}`);
    return page.evaluate(() => performance.memory.usedJSHeapSize);
  };
  for (let turn = 0; turn < 5; turn++) await size();
  const early = await size();
  for (let turn = 0; turn < 20; turn++) await size();
  assert.ok((await size()) < early + 10_000_000);
  await page.close();
});
