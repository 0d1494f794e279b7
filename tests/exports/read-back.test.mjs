/**
 * The recorded exports, each read by the reader of its format: nothing is lost, and no words of an article become markup.
 * The readers are installed for this test alone (`npm ci` in this folder).
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import argdownCore from "@argdown/core";
import { instance } from "@viz-js/viz";
import Ajv from "ajv";
import jsonld from "jsonld";
import Papa from "papaparse";
import { SaxesParser } from "saxes";

const folder = new URL("expected/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");
const articles = ["library", "hostile"].map((name) => ({ name, report: JSON.parse(read(`${name}.json`)) }));

/** Runs a test for each article. */
const each = (title, run) => {
  for (const article of articles) test(`${title}: ${article.name}`, () => run(article));
};
const isAttributed = ({ holder }) => holder.kind === "source";
/** Text on one line. */
const folded = (text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
/** How a claim must be written that stands alone. */
const sentenceOf = (claim) => (claim.unsure ? undefined : claim.standalone) ?? `“${claim.text}”`;

test("there is a file of every format, and none has a rating", () => {
  const endings = ["ann", "annotations.jsonld", "argdown", "aif.json", "claim-review-draft.jsonld", "claims.jsonld", "csv", "dot", "json", "md", "svg", "txt", "xaif.json"];
  const files = readdirSync(folder).filter((file) => file !== "annotation.conf");
  assert.deepEqual(files.sort(), articles.flatMap(({ name }) => endings.map((ending) => `${name}.${ending}`)).sort());
  for (const file of files) assert.doesNotMatch(read(file), /rating|verdict/i, file);
});

each("CSV has a row a claim", ({ name, report }) => {
  const { data, errors, meta } = Papa.parse(read(`${name}.csv`), { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  assert.equal(meta.linebreak, "\r\n");
  assert.equal(data.length, report.claims.length);
  data.forEach((row, index) => {
    const claim = report.claims[index];
    assert.equal(row.id, claim.id);
    assert.equal(row.text.replace(/^'/, ""), claim.text);
    assert.equal(row.standalone, claim.standalone ?? "");
    assert.equal(row.polarity, claim.polarity);
    assert.deepEqual([row.confidence, row.unsure], [String(claim.confidence), String(claim.unsure)]);
    if (isAttributed(claim)) assert.equal(row.holder, claim.holder.name);
    assert.deepEqual(row.spans.split(";").map((span) => span.split("-").map(Number)), claim.spans);
    assert.ok(Object.values(row).every((cell) => !/^[=+\-@\t\r\0]/.test(cell)));
    assert.ok(row.article.startsWith(report.article.url ?? "ni:///sha-256;"));
  });
});

/** No context is fetched: W3C's is the published file, and schema.org's is its vocabulary without types of values. */
const contexts = {
  "http://www.w3.org/ns/anno.jsonld": JSON.parse(readFileSync(new URL("anno.jsonld", import.meta.url), "utf8")),
  "https://schema.org": { "@context": { "@vocab": "https://schema.org/" } },
};
const expand = (text) =>
  jsonld.expand(JSON.parse(text), {
    safe: true,
    documentLoader: (url) => {
      assert.ok(contexts[url], url);
      return { documentUrl: url, document: contexts[url] };
    },
  });

test("Web Annotations expand, and their selectors find the words", async () => {
  const oa = (name) => `http://www.w3.org/ns/oa#${name}`;
  for (const { name, report } of articles) {
    const text = read(`${name}.annotations.jsonld`);
    const [collection] = await expand(text);
    const [page] = collection["http://www.w3.org/ns/activitystreams#first"];
    const items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"];
    assert.equal(items.length, report.claims.length + report.relations.length);
    const ids = new Set(items.map((item) => item["@id"]));
    assert.equal(ids.size, items.length);
    const points = [...report.article.text];
    items.forEach((item, index) => {
      assert.deepEqual(item["@type"], [oa("Annotation")]);
      assert.match(item["@id"], /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const bodies = item[oa("hasBody")];
      if (index >= report.claims.length) {
        assert.ok(ids.has(item[oa("hasTarget")][0]["@id"]) && ids.has(bodies[1][oa("hasSource")][0]["@id"]));
        return;
      }
      const claim = report.claims[index];
      const values = bodies.map((body) => body["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]);
      assert.ok(values[0].includes(sentenceOf(claim)));
      assert.equal(values.includes("unsure"), claim.unsure);
      if (isAttributed(claim)) assert.ok(values.includes(`holder:${claim.holder.name}`));
      assert.ok(values.includes(`polarity:${claim.polarity}`));
      const exact = item[oa("hasTarget")].map((target) => {
        const [quote, position] = target[oa("hasSelector")];
        const value = (node, property) => node[oa(property)][0]["@value"];
        const words = value(quote, "exact");
        assert.equal(points.slice(value(position, "start"), value(position, "end")).join(""), words);
        const whole = value(quote, "prefix") + words + value(quote, "suffix");
        assert.equal(report.article.text.split(whole).length, 2, "the quotation is found once");
        return words;
      });
      assert.equal(exact.join(" … "), claim.text);
    });
  }
});

test("Claims and drafts of reviews are schema.org's", async () => {
  const terms = {
    Claim: ["@id", "@type", "text", "inLanguage", "author", "isBasedOn", "temporalCoverage", "keywords", "appearance", "sameAs"],
    ClaimReview: ["@type", "claimReviewed", "itemReviewed"],
    Article: ["@type", "url", "headline", "datePublished", "author", "publisher", "hasPart"],
    Person: ["@type", "name"],
    Organization: ["@type", "name"],
    CreativeWork: ["@type", "name", "text"],
  };
  const checked = (node) => {
    if (Array.isArray(node)) return node.forEach(checked);
    if (typeof node !== "object") return;
    const type = node["@type"].replace(/^.*Article$/, "Article");
    assert.deepEqual(Object.keys(node).filter((key) => !terms[type]?.includes(key)), [], type);
    Object.values(node).forEach(checked);
  };
  for (const { name, report } of articles) {
    const facts = report.claims.filter(({ kind }) => kind === "fact");
    const [claims, reviews] = ["claims", "claim-review-draft"].map((file) => read(`${name}.${file}.jsonld`));
    assert.equal((await expand(claims)).length, facts.length);
    assert.equal((await expand(reviews)).length, facts.length);
    const written = JSON.parse(claims)["@graph"];
    checked(written);
    checked(JSON.parse(reviews)["@graph"]);
    written.forEach((claim, index) => {
      const fact = facts[index];
      assert.ok(claim.text.includes(sentenceOf(fact)));
      const named = claim.author?.name ?? claim.isBasedOn?.name ?? claim.text;
      if (isAttributed(fact)) assert.ok(named.toLowerCase().includes(fact.holder.name.toLowerCase()), claim.text);
      assert.equal(claim.appearance.hasPart.text, fact.text);
      assert.equal(JSON.parse(reviews)["@graph"][index].claimReviewed, claim.text);
    });
  }
});

/** AIF in AIFdb's JSON, as the documentation of xAIF describes it. */
const id = { type: "string", pattern: "^[0-9]+$" };
const list = (properties) => ({
  type: "array",
  items: { type: "object", properties, required: Object.keys(properties), additionalProperties: false },
});
const aif = {
  type: "object",
  properties: {
    nodes: list({ nodeID: id, text: { type: "string", minLength: 1 }, type: { enum: ["I", "L", "RA", "CA", "MA", "TA", "YA"] } }),
    edges: list({ edgeID: id, fromID: id, toID: id }),
    schemefulfillments: list({ nodeID: id, schemeID: id }),
    descriptorfulfillments: { type: "array", maxItems: 0 },
    participants: list({ participantID: id, firstname: { type: "string" }, surname: { type: "string" } }),
    locutions: list({ nodeID: id, personID: id }),
  },
  required: ["nodes", "edges", "schemefulfillments", "participants", "locutions"],
  additionalProperties: false,
};
const xaif = {
  type: "object",
  properties: {
    AIF: aif,
    text: { type: "string" },
    dialog: { const: true },
    OVA: { type: "object", properties: { nodes: { type: "array", minItems: 1, items: { type: "object", required: ["nodeID", "x", "y", "visible"] } } }, required: ["nodes", "edges"] },
    propositionClassifier: { type: "object", properties: { nodes: list({ nodeID: id, propType: { enum: ["Fact", "Value", "Policy"] } }) }, required: ["nodes"] },
  },
  required: ["AIF", "text", "OVA"],
  additionalProperties: false,
};

each("AIF keeps the rules of its graphs", ({ name, report }) => {
  const ajv = new Ajv({ allErrors: true });
  const graph = JSON.parse(read(`${name}.aif.json`));
  const extended = JSON.parse(read(`${name}.xaif.json`));
  assert.ok(ajv.validate(aif, graph), ajv.errorsText());
  assert.ok(ajv.validate(xaif, extended), ajv.errorsText());
  assert.deepEqual(extended.AIF, graph);
  const nodes = new Map(graph.nodes.map((node) => [node.nodeID, node]));
  const types = (edges, end) => edges.map((edge) => nodes.get(edge[end]).type).sort().join(" ");
  for (const { nodeID, type } of graph.nodes) {
    const ins = types(graph.edges.filter(({ toID }) => toID === nodeID), "fromID");
    const outs = types(graph.edges.filter(({ fromID }) => fromID === nodeID), "toID");
    if (["RA", "CA", "MA"].includes(type)) assert.deepEqual([ins, outs], ["I YA", "I"]);
    if (type === "TA") assert.deepEqual([ins, outs], ["L", "L YA"]);
    if (type === "YA") assert.match(`${ins} > ${outs}`, /^(L > I|L > L|TA > (RA|CA|MA))$/);
    if (type === "I") assert.match(ins, /^((RA|CA|MA) )*YA$/);
  }
  const schemes = new Set(graph.schemefulfillments.map(({ nodeID }) => nodeID));
  assert.ok(graph.nodes.every(({ nodeID, type }) => schemes.has(nodeID) === !["I", "L"].includes(type)));
  const people = new Map(graph.participants.map(({ participantID, firstname, surname }) => [participantID, `${firstname} ${surname}`.trim()]));
  const speakers = new Set();
  for (const { nodeID, personID } of graph.locutions) {
    const [speaker] = nodes.get(nodeID).text.split(": ");
    assert.equal(people.get(personID), speaker);
    speakers.add(speaker.toLowerCase());
  }
  const propositions = graph.nodes.filter(({ type }) => type === "I");
  propositions.forEach(({ text }, index) => assert.ok(text.includes(folded(sentenceOf(report.claims[index])))));
  for (const claim of report.claims.filter(isAttributed)) assert.ok(speakers.has(claim.holder.name.replaceAll(":", "").toLowerCase()));
  const marked = new SaxesParser({ fragment: true });
  const marks = [];
  marked.on("error", (error) => assert.fail(error));
  marked.on("opentag", ({ name, attributes }) => name !== "br" && marks.push(attributes.id.slice(4)));
  marked.write(extended.text.replaceAll("<br>", "<br/>")).close();
  assert.ok(marks.length > 3 && marks.every((node) => nodes.get(node).type === "L"));
});

each("Argdown reads every statement, with its data", ({ name, report }) => {
  const { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } = argdownCore;
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), "parse-input");
  app.addPlugin(new ModelPlugin(), "build-model");
  app.addPlugin(new DataPlugin(), "build-model");
  const { parserErrors, lexerErrors, statements, frontMatter } = app.run({ process: ["parse-input", "build-model"], input: read(`${name}.argdown`), logLevel: "silent" });
  assert.deepEqual([parserErrors, lexerErrors], [[], []]);
  assert.equal(frontMatter.title, report.article.title);
  assert.equal(Object.keys(statements).length, report.claims.length);
  for (const claim of report.claims) {
    const { members, data, tags, relations } = statements[claim.id];
    const text = members.map((member) => member.text).find(Boolean);
    assert.ok(text.includes(folded(sentenceOf(claim))), text);
    assert.equal(data.quote, folded(claim.text));
    assert.equal(data.proponent, isAttributed(claim) ? claim.holder.name : undefined);
    assert.equal(data.polarity, claim.polarity);
    assert.deepEqual(tags, [claim.kind, claim.role].filter(Boolean));
    const to = report.relations.filter((relation) => relation.to === claim.id && relation.kind !== "causes");
    assert.equal(relations.filter((relation) => relation.to.title === claim.id).length, to.length);
  }
});

test("Graphviz draws every box and line", async () => {
  const viz = await instance();
  for (const { name, report } of articles) {
    const { objects, edges = [] } = viz.renderJSON(read(`${name}.dot`));
    assert.deepEqual(objects.map((object) => object.name), report.claims.map((claim) => claim.id));
    assert.equal(edges.length, report.relations.length);
    report.claims.forEach((claim, index) => {
      const label = objects[index].label.replaceAll("\\n", " ").replaceAll('\\"', '"').replaceAll("\\\\", "\\");
      assert.ok(label.includes(folded(sentenceOf(claim))), label);
      if (isAttributed(claim)) assert.ok(label.includes(claim.holder.name));
    });
  }
});

each("SVG is well-formed and says who holds what", ({ name, report }) => {
  const parser = new SaxesParser({ xmlns: true });
  const elements = {};
  let words = "";
  parser.on("error", (error) => assert.fail(error));
  parser.on("opentag", ({ name }) => (elements[name] = (elements[name] ?? 0) + 1));
  parser.on("text", (text) => (words += ` ${text}`));
  parser.write(read(`${name}.svg`)).close();
  assert.deepEqual(Object.keys(elements).sort(), ["defs", "desc", "g", "marker", "path", "rect", "svg", "text", "title"]);
  const linked = new Set(report.relations.flatMap(({ from, to }) => [from, to]));
  const drawn = report.claims.filter(({ id, role }) => linked.has(id) || role === "thesis");
  assert.equal(elements.g, drawn.length);
  for (const claim of drawn) {
    assert.ok(folded(words).includes(folded(claim.text)));
    if (isAttributed(claim)) assert.ok(words.includes(claim.holder.name));
  }
});

each("brat's rules hold", ({ name, report }) => {
  const text = [...read(`${name}.txt`)];
  const configuration = read("annotation.conf");
  const known = (section) => configuration.split(`[${section}]\n`)[1].split("\n\n")[0].split("\n").map((line) => line.split("\t")[0]);
  const [entities, relations, events, attributes] = ["entities", "relations", "events", "attributes"].map(known);
  const seen = new Map();
  const lines = read(`${name}.ann`).trimEnd().split("\n");
  for (const line of lines) {
    const [id, body, words] = line.split("\t");
    assert.match(id, /^[TEAR#][0-9]+$/);
    assert.ok(!seen.has(id), id);
    seen.set(id, body);
    if (id[0] !== "T") continue;
    const [, type, places] = body.match(/^(\w+) ([0-9 ;]+)$/);
    assert.ok(entities.includes(type) || events.includes(type), type);
    let last = -1;
    const pieces = places.split(";").map((place) => {
      const [start, end] = place.split(" ").map(Number);
      assert.ok(last <= start && start < end && end <= text.length);
      last = end;
      return text.slice(start, end).join("");
    });
    assert.equal(pieces.join(" "), words);
  }
  for (const [id, body] of seen) {
    const arguments_ = [...body.matchAll(/(\w+):([TE][0-9]+)/g)];
    for (const [, , argument] of arguments_) assert.ok(seen.has(argument), body);
    if (id[0] === "E") {
      const [[, type, trigger]] = arguments_;
      assert.ok(events.includes(type) && seen.get(trigger).startsWith(`${type} `));
    }
    if (id[0] === "R") assert.ok(relations.includes(body.split(" ")[0]) && arguments_.length === 2);
    if (id[0] === "A") assert.ok(attributes.includes(body.split(" ")[0]) && seen.has(body.split(" ")[1]));
  }
  const notes = lines.filter((line) => line[0] === "#").map((line) => line.split("\t")[2]);
  assert.equal(notes.length, report.claims.length);
  notes.forEach((note, index) => {
    const claim = report.claims[index];
    if (isAttributed(claim)) assert.ok(note.toLowerCase().startsWith(claim.holder.name.toLowerCase()), note);
  });
});

each("Markdown names every holder", ({ name, report }) => {
  const sections = read(`${name}.md`).split(/^## /m).slice(1);
  assert.equal(sections.length, report.claims.length);
  const plain = (text) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  sections.forEach((section, index) => {
    const claim = report.claims[index];
    assert.ok(plain(section).includes(folded(sentenceOf(claim))));
    if (isAttributed(claim)) assert.ok(plain(section).toLowerCase().includes(`**${claim.holder.name.toLowerCase()}**`), section);
  });
});
