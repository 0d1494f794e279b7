/** Fresh projects that install the packed tarball, and a browser that opens what they build. */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = join(root, "target/bundlers");
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** What npm would publish. */
export function pack() {
  mkdirSync(work, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", work], { cwd: join(root, "pkg") }));
  return join(work, filename);
}

/** A folder with these files, averral and these packages installed. */
export function project(name, tarball, packages, files) {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  const manifest = { name, private: true, type: "module", dependencies: { averral: `file:${tarball}`, ...packages } };
  for (const [path, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  run(folder, "npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]);
  return folder;
}

/** Runs a program in the folder; its output is in the error if it fails. */
export function run(folder, program, parts) {
  try {
    return execFileSync(program, parts, { cwd: folder, encoding: "utf8", stdio: "pipe", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
  } catch (error) {
    throw new Error(`${program} ${parts.join(" ")}\n${error.stdout}${error.stderr}`);
  }
}

/** Serves a folder, with more headers for each answer. */
export async function serve(folder, headers = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    try {
      const file = path.endsWith("/") ? `${path}index.html` : path;
      const body = await readFile(join(folder, file));
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", ...headers }).end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** Starts a server of the project's own, and waits until it answers. */
export async function start(folder, parts, port) {
  const child = spawn("npx", parts, { cwd: folder, detached: true, stdio: "ignore", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
  const address = `http://127.0.0.1:${port}/`;
  const stop = () => process.kill(-child.pid);
  for (let n = 0; n < 600; n++) {
    if (await fetch(address).then(({ ok }) => ok, () => false)) return { address, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  stop();
  throw new Error(`${parts.join(" ")} does not answer`);
}

export const browse = () =>
  puppeteer.launch({
    executablePath: process.env.AVERRAL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** What the page says in `document.title` when it has done, and what went wrong in it. */
export async function outcome(browser, address) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  try {
    await page.goto(address);
    await page.waitForFunction(() => /^(worker|page|error)/.test(document.title), { timeout: 60_000 });
    return await page.title();
  } catch (error) {
    throw new Error(`${error.message}\n${errors.join("\n")}`);
  } finally {
    await page.close();
  }
}
