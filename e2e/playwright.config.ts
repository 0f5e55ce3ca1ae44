import { join } from "node:path";
import { defineConfig } from "@playwright/test";

// A production server of its own, on a free port, with the demo in a new database. `npm test` has built it, and found a Chromium.
const root = join(import.meta.dirname, "..");
const chromium = process.env["CHROMIUM_PATH"];

export default defineConfig({
  testDir: ".",
  outputDir: join(root, "test-results"),
  workers: 1,
  forbidOnly: true,
  // For a machine that has other things to do: how fast it is, the bench says.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    // The server prints it, see `wait` below.
    baseURL: process.env["DIBS_ADDRESS"] ?? "",
    // A trace of every test costs nearly half as much again as the tests: `npm run browser -- --trace on` where one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
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
    command: `DATABASE_URL="$(mktemp -d)/dibs.db" exec "${process.execPath}" bin/serve.ts`,
    cwd: root,
    env: {
      NODE_ENV: "production",
      PORT: "0",
      DIBS_DEMO: "1",
      DIBS_LOG: "error",
    },
    wait: { stdout: /Dibs is ready: (?<dibs_address>http:\S+)/ },
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    timeout: 60_000,
  },
});
