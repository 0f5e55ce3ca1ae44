import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

// A production server of its own, on a free port, with the demo in a new database. `npm test` has built it.
const root = join(import.meta.dirname, "..");
// This file is read again in every worker; the first reading decides.
process.env["CHROMIUM_PATH"] ??= execFileSync(process.execPath, ["bin/chromium.mjs"], { cwd: root, encoding: "utf8" }).trim();
process.env["DIBS_BROWSER_FOLDER"] ??= mkdtempSync(join(tmpdir(), "dibs-browser-"));

export default defineConfig({
  testDir: ".",
  outputDir: join(root, "test-results"),
  workers: 1,
  forbidOnly: true,
  reporter: "list",
  use: {
    // The server prints it, see `wait` below.
    baseURL: process.env["DIBS_ADDRESS"] ?? "",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"],
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-gpu",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" bin/serve.ts`,
    cwd: root,
    env: {
      NODE_ENV: "production",
      PORT: "0",
      DATABASE_URL: join(process.env["DIBS_BROWSER_FOLDER"], "dibs.db"),
      DIBS_DEMO: "1",
      DIBS_LOG: "error",
    },
    wait: { stdout: /Dibs is ready: (?<dibs_address>http:\S+)/ },
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    timeout: 60_000,
  },
});
