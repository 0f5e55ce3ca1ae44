// Programs that another program starts, and ends: each in a process group of its own, so that its children end with it.
import { spawn } from "node:child_process";

// As long as a timer can run: 25 days.
const longestMs = 2 ** 31 - 1;

const running = new Set();
let ending = false;

/** Runs to the end and answers `{ code, output }`; `show: "all"` lets it speak for itself, then `output` is empty. */
export async function run(command, args, { env = process.env, show = "none", timeoutMs = longestMs } = {}) {
  const child = begin(command, args, {
    env,
    stdio: show === "all" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));

  const tooLong = setTimeout(() => {
    output += `\nEnded: it took longer than ${timeoutMs / 1000} s.\n`;
    end(child, "SIGKILL");
  }, timeoutMs);
  const code = await new Promise((ended) => {
    child.on("error", (fault) => {
      output += `${fault.message}\n`;
      ended(1);
    });
    child.on("close", (status) => ended(status ?? 1));
  });
  clearTimeout(tooLong);
  // Nothing new begins while all is being ended.
  return ending ? new Promise(() => {}) : { code, output };
}

/** Starts a program that goes on; whoever starts it calls `end`, and the end of this program does. */
export function begin(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** Ends the program with all that it started. */
export function end(child, signal = "SIGTERM") {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Whatever ends this program (an error, Ctrl-C, a signal) ends what it started too, until the answer is called. */
export function endAllAtTheEnd() {
  for (const signal of signals) process.once(signal, endAll);
  process.on("exit", () => {
    for (const child of running) end(child, "SIGKILL");
  });
  return () => {
    for (const signal of signals) process.off(signal, endAll);
  };
}

function endAll() {
  ending = true;
  for (const child of running) end(child);
  // They have this long to tidy up behind them.
  setTimeout(() => process.exit(130), running.size > 0 ? 3000 : 0);
}
