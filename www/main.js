import { load } from "../pkg/index.js";
import { light, select, showArticle, showText } from "./article.js";
import { claimList, leftOut, sourceTable } from "./claims.js";
import { exportView } from "./export.js";
import { nameTable } from "./names.js";
import { KINDS, counted } from "./words.js";

const $ = (id) => document.getElementById(id);
const state = { extractor: undefined, running: undefined, chosen: undefined, from: undefined, shown: new Set(), source: "", options: {} };

const exporting = exportView($("view-export"), async (...call) => (await engine()).export(...call));
const list = claimList({ filters: $("filters"), sort: $("sort"), count: $("count"), list: $("claims") }, (id) => choose(id), (shown) => {
  state.shown = shown;
  exporting.filtered(shown);
  light($("article"), state.chosen, shown);
});

/** One selection: the claim is lit in the text and open in the list. */
function choose(id, from) {
  if (from) state.from = from;
  state.chosen = id;
  showTab("claims");
  list.open(id, Boolean(from));
  light($("article"), id, state.shown);
  if (!from) $("article").querySelector(`[data-number="${id}"]`)?.scrollIntoView({ block: "nearest" });
}

function say(text, problem = false) {
  $("summary").textContent = text;
  $("summary").classList.toggle("problem", problem);
}

function busy(is) {
  $("progress").hidden = !is;
  $("stop").hidden = !is || !state.running;
}

/** Reads an article and shows what was found; on any failure the text stays on the page. */
async function read(source, options = {}) {
  state.running?.abort();
  const running = (state.running = new AbortController());
  Object.assign(state, { source, options, chosen: undefined, from: undefined });
  const text = typeof source === "string" ? source : new TextDecoder().decode(source.subarray(0, 200_000));
  const waiting = setTimeout(() => {
    showText($("article"), text);
    say("Reading the article…");
    busy(true);
  }, 300);
  try {
    const report = await (await engine()).analyze(source, options, { signal: running.signal });
    if (state.running !== running) return;
    show(report, text);
  } catch (error) {
    if (state.running !== running) return;
    showText($("article"), text);
    exporting.show();
    list.show({ claims: [], relations: [] });
    ["sources", "names", "left"].forEach((view) => $(`view-${view}`).replaceChildren());
    say(problem(error), true);
  } finally {
    clearTimeout(waiting);
    if (state.running === running) {
      state.running = undefined;
      busy(false);
    }
  }
}

function engine() {
  const policy = globalThis.trustedTypes?.createPolicy;
  const address = new URL("../pkg/worker.js", import.meta.url).href;
  const trusted = () => (state.policy ??= policy ? trustedTypes.createPolicy("averral", { createScriptURL: (url) => url }) : { createScriptURL: (url) => url });
  const worker = () => new Worker(trusted().createScriptURL(address), { type: "module" });
  state.extractor ??= load({ worker }).catch((error) => {
    state.extractor = undefined;
    throw error;
  });
  return state.extractor;
}

function show(report, text) {
  if (report.article.text) showArticle($("article"), report, choose);
  else showText($("article"), text);
  exporting.show(report);
  list.show(report);
  sourceTable($("view-sources"), report);
  nameTable($("view-names"), report, select);
  leftOut($("view-left"), report);
  roving();
  say(summary(report), report.notes.some(({ code }) => code !== "no_claims"));
}

/** "31 claims: 19 by the author, 12 by 6 sources; 14 facts, 5 predictions; 2 questions." */
function summary({ claims, questions, notes }) {
  if (claims.length === 0) return ["No claims here.", ...notes.map(({ message }) => message)].join(" ");
  const attributed = claims.filter(({ holder }) => holder.kind === "source");
  const sources = new Set(attributed.map(({ holder }) => holder.name)).size;
  const kinds = Object.entries(KINDS).map(([kind, { name, plural }]) => [claims.filter((claim) => claim.kind === kind).length, name, plural]);
  const parts = [
    `${counted(claims.length, "claim", "claims")}: ${claims.length - attributed.length} by the author, ${attributed.length} by ${counted(sources, "source", "sources")}`,
    kinds.filter(([n]) => n).map(([n, one, many]) => counted(n, one, many)).join(", "),
    questions.length ? `${counted(questions.length, "question", "questions")} left out` : null,
  ];
  return [`${parts.filter(Boolean).join("; ")}.`, ...notes.map(({ message }) => message)].join(" ");
}

function problem({ code, message }) {
  if (code === "aborted") return "Stopped. The text is kept below.";
  if (code === "too_long") return `This is too long: ${message}.`;
  if (code === "load_failed") return `The engine did not load (${message}). The text is kept; reload to try again.`;
  return `The article could not be read (${message}). The text is kept below.`;
}

/** The numbers in the text are one stop of the tab key; arrows move between them. */
function roving() {
  const numbers = [...$("article").querySelectorAll(".number")];
  numbers.forEach((number, index) => (number.tabIndex = index === 0 ? 0 : -1));
}

function step(container, selector, by) {
  const stops = [...container.querySelectorAll(selector)].filter((stop) => !stop.closest("[hidden]"));
  const at = stops.indexOf(document.activeElement);
  const next = stops[Math.min(stops.length - 1, Math.max(0, at + by))];
  if (!next) return;
  if (container === $("article")) stops.forEach((stop) => (stop.tabIndex = stop === next ? 0 : -1));
  next.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  const inArticle = $("article").contains(document.activeElement);
  const inList = $("claims").contains(document.activeElement);
  const by = { j: 1, ArrowRight: 1, ArrowDown: inList ? 1 : 0, k: -1, ArrowLeft: -1, ArrowUp: inList ? -1 : 0 }[event.key];
  if (by && (inArticle || inList)) {
    event.preventDefault();
    step(inArticle ? $("article") : $("claims"), inArticle ? ".number" : "summary", by);
  } else if (event.key === "Escape" && inList) {
    const number = state.from?.isConnected ? state.from : $("article").querySelector(`[data-number="${state.chosen}"]`);
    number?.focus();
  } else if (event.key === "?" && (inArticle || inList || document.activeElement === document.body)) {
    $("help-dialog").showModal();
  }
});

const tabs = [...document.querySelectorAll("[role=tab]")];
function showTab(name) {
  for (const tab of tabs) {
    const is = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(is));
    tab.tabIndex = is ? 0 : -1;
    $(tab.getAttribute("aria-controls")).hidden = !is;
  }
  exporting.open(name === "export");
}
for (const tab of tabs) {
  tab.addEventListener("click", () => showTab(tab.id.slice(4)));
  tab.addEventListener("keydown", ({ key }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    showTab(next.id.slice(4));
    next.focus();
  });
}

async function openFile(file) {
  if (file.size > 20_000_000) return say(`${file.name} has ${Math.round(file.size / 1e6)} MB; the limit is 20.`, true);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return say(`${file.name} can't be read: it was moved, or it is a folder.`, true);
  }
  await read(bytes);
}

$("open").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", ({ target }) => target.files[0] && openFile(target.files[0]));
$("stop").addEventListener("click", () => state.running?.abort());
$("help").addEventListener("click", () => $("help-dialog").showModal());
$("paste").addEventListener("click", () => $("paste-dialog").showModal());
$("paste-dialog").addEventListener("close", () => {
  if ($("paste-dialog").returnValue !== "read") return;
  read(state.pasted?.text === $("source").value ? state.pasted.html : $("source").value, $("date").value ? { date: $("date").value } : {});
});
// The clipboard's HTML keeps paragraphs and quotations that its plain text loses.
$("source").addEventListener("paste", (event) => {
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  const whole = $("source").value === "";
  if (html && whole) setTimeout(() => (state.pasted = { html, text: $("source").value }));
  else if (text) state.pasted = undefined;
});
$("samples").addEventListener("change", ({ target }) => sample(target.value));
document.addEventListener("paste", (event) => {
  if (event.target.closest?.("input, textarea")) return;
  const source = event.clipboardData.getData("text/html") || event.clipboardData.getData("text/plain");
  if (source) read(source);
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("over");
});
document.addEventListener("dragleave", () => document.body.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("over");
  const [file] = event.dataTransfer.files;
  const text = event.dataTransfer.getData("text/html") || event.dataTransfer.getData("text/plain");
  if (file) openFile(file);
  else if (text) read(text);
});

const samples = new Map();
async function sample(name) {
  const text = await samples.get(name);
  await read(text);
}
// All samples come at once, so that nothing is asked for later.
for (const { value } of $("samples").options) samples.set(value, fetch(new URL(`samples/${value}`, import.meta.url)).then((response) => response.text()));
const first = $("samples").value;
samples.get(first).then((text) => showText($("article"), text));
sample(first).then(() => Promise.all(samples.values())).then(() => (document.documentElement.dataset.ready = "true"));
