/** A server of www/ and pkg/ and a browser, shared by the tests of this folder. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

export async function start() {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    try {
      if (!/^\/(www|pkg)\//.test(file)) throw new Error("not served");
      const body = await readFile(join(root, file));
      response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain; charset=utf-8" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await puppeteer.launch({
    executablePath: process.env.AVERRAL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const address = `http://127.0.0.1:${server.address().port}/www/`;
  return {
    browser,
    address,
    /** A page that has shown the first sample, with its requests, errors and policy violations listed. */
    async open({ width = 1280, height = 900, dark = false } = {}) {
      const page = await browser.newPage();
      const seen = { requests: [], errors: [] };
      page.on("request", (request) => seen.requests.push(request.url()));
      page.on("pageerror", (error) => seen.errors.push(String(error)));
      page.on("console", (message) => ["error", "warn"].includes(message.type()) && seen.errors.push(message.text()));
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
      await page.goto(address);
      await page.waitForFunction(() => document.documentElement.dataset.ready === "true", { timeout: 30_000 });
      return { page, seen };
    },
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

/** Gives the page a source as a reader would paste it into the dialog. */
export async function paste(page, text) {
  // Two articles may have the same summary: the old one is taken away first.
  await page.$eval("#summary", (summary) => (summary.textContent = ""));
  await page.click("#paste");
  await page.$eval("#source", (area, value) => (area.value = value), text);
  await page.click("#read");
  await page.waitForFunction(() => document.getElementById("summary").textContent !== "" && document.getElementById("progress").hidden, { timeout: 60_000 });
  return page.$eval("#summary", (summary) => summary.textContent);
}
