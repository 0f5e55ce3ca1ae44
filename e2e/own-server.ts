import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server beside everybody's, with a demo of its own in which anything may be changed. `settings` are its environment. */
export async function startOwnServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ address: string; stop: () => Promise<void> }> {
  const DATABASE_URL = join(mkdtempSync(join(tmpdir(), "dibs-own-")), "dibs.db");
  const child = spawn(process.execPath, ["bin/serve.ts"], {
    cwd: join(import.meta.dirname, ".."),
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      DIBS_DEMO: "1",
      DIBS_LOG: "error",
      DATABASE_URL,
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((end) => child.once("exit", () => end()));
  const address = await new Promise<string>((ready, fail) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      const found = /Dibs is ready: (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) ready(found);
    });
    void ended.then(() => fail(new Error("The server ended before it was ready.")));
  });
  return {
    address,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
