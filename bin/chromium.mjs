// node bin/chromium.mjs: prints the path of a Chromium that runs here. Takes an installed one, else Playwright's own download,
// else (as root on Debian or Ubuntu) the distribution's package. CHROMIUM_PATH names another.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { binaries, root } from "./prepare.mjs";
import { run } from "./processes.mjs";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Answers `{ path }`, or `{ why }` with what was tried. */
export async function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH)
    return runs(CHROMIUM_PATH) ? { path: CHROMIUM_PATH } : { why: `CHROMIUM_PATH (${CHROMIUM_PATH}) does not run.` };

  const tried = [];
  for (const obtain of [nothing, download, debianPackage]) {
    tried.push(await obtain());
    const path = [...known, chromium.executablePath()].find(runs);
    if (path !== undefined) return { path };
  }
  return { why: `No Chromium: install one, or name it in CHROMIUM_PATH.\n${tried.join("\n").trim()}` };
}

/** The file may be there and yet not run, for want of a library, or as a mere pointer to a snap. */
function runs(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

async function nothing() {
  return "";
}

async function download() {
  const asked = ["install", "chromium", "--no-shell"];
  const { output } = await run(join(binaries, "playwright"), asked, { timeoutMs: 120_000 });
  return output;
}

async function debianPackage() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const asked = "apt-get update && apt-get install -y --no-install-recommends chromium";
  const { output } = await run("sh", ["-c", asked], { env, timeoutMs: 900_000 });
  return output.split("\n").slice(-5).join("\n");
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  const { path, why } = await findChromium();
  if (path === undefined) {
    console.error(why);
    process.exit(1);
  }
  console.log(path);
}
