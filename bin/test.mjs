// npm test: everything that is checked, in one run. `npm run check` leaves out PostgreSQL, the build and the browser.
// Installs what is missing; runs on any Node >= 20. The last line is `N passed, N failed` over all of it.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { binaries, build, install, pinnedNode, root } from "./prepare.mjs";
import { begin, end, endAllAtTheEnd, run } from "./processes.mjs";

const stepTimeoutMs = 45 * 60_000;

process.chdir(root);
endAllAtTheEnd();
await install();

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const folder = mkdtempSync(join(tmpdir(), "dibs-test-"));
// PostgreSQL runs as another user.
chmodSync(folder, 0o755);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const env = cleanEnvironment();
const total = { passed: 0, failed: 0 };
const skipped = [];

await (process.argv[2] === "check" ? quickly() : wholly());

if (skipped.length > 0)
  console.log(
    `\nSKIPPED, so not shown to work (${skipped.length}):\n${skipped.map((name) => `  - ${name}`).join("\n")}`,
  );
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function quickly() {
  await staticChecks();
  await step("unit and story tests on SQLite", () => vitest("sqlite"));
}

async function wholly() {
  // A download takes its time; the checks need none of it.
  const chromium = import("./chromium.mjs").then(({ findChromium }) => findChromium());
  await quickly();
  await step("story tests on PostgreSQL", storiesOnPostgres);
  const { failed } = await step("production build", async () => check(await build({ show: "none" })));
  await step("browser tests", async () =>
    failed > 0 ? broken("There is no build to test.") : browser(await chromium),
  );
}

/** Two at a time: each of them uses more than one core for a part of its time. */
async function staticChecks() {
  const waiting = ["lint", "types", "format:check", "rooms", "unused"];
  const hand = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await step(name, () => script(name));
  };
  await Promise.all([hand(), hand()]);
}

/** Runs it and prints a line; what it said only when something is wrong. */
async function step(name, work) {
  const begun = performance.now();
  const { passed, failed, skips = [], output = "" } = await work();
  total.passed += passed;
  total.failed += failed;
  skipped.push(...skips.map((test) => `${name}: ${test}`));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const counts = passed + failed === 1 ? "" : `${passed} passed, ${failed} failed`;
  if (failed > 0) console.log(`\n${output.trim()}\n`);
  console.log(`${failed > 0 ? "✗" : "✓"} ${name.padEnd(32)}${`${seconds} s`.padStart(8)}  ${counts}`);
  return { failed };
}

async function script(name) {
  return check(await tool("sh", ["-c", scripts[name]]));
}

async function vitest(store, asked = [], extra = {}) {
  const report = join(folder, `${store}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await tool("vitest", ["run", "--allowOnly=false", ...reporters, ...asked], extra);
  const files = reportIn(report)?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const unreadable = files.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return counted({
    code,
    output,
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(({ status }) => status === "failed").length + unreadable.length,
    skips: tests.filter(({ status }) => status !== "passed" && status !== "failed").map(({ fullName }) => fullName),
  });
}

async function storiesOnPostgres() {
  // Its standard input is what keeps it running: whatever becomes of us, it ends.
  const server = begin(pinnedNode, [join("bin", "postgres.mjs")], { env, stdio: ["pipe", "pipe", "pipe"] });
  try {
    const { address, said } = await addressOf(server);
    if (address === undefined) return broken(said);
    return await vitest("postgres", ["--project=stories"], { DIBS_TEST_POSTGRES: address });
  } finally {
    server.stdin.end();
    const late = setTimeout(() => end(server, "SIGKILL"), 10_000);
    if (server.exitCode === null) await new Promise((ended) => server.once("close", ended));
    clearTimeout(late);
  }
}

function addressOf(server) {
  return new Promise((known) => {
    let said = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
        const address = /ready: (postgres:\S+)/.exec(said)?.[1];
        if (address !== undefined) known({ address });
      });
    }
    server.once("close", () => known({ said }));
  });
}

async function browser({ path, why }) {
  if (path === undefined) return broken(why);
  const report = join(folder, "browser.json");
  const { code, output } = await tool("sh", ["-c", `${scripts.browser} --reporter=list,json`], {
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const tests = specsIn(reportIn(report)?.suites ?? []);
  return counted({
    code,
    output,
    passed: tests.filter(({ status }) => status === "expected").length,
    failed: tests.filter(({ status }) => status === "unexpected" || status === "flaky").length,
    skips: tests.filter(({ status }) => status === "skipped").map(({ title }) => title),
  });
}

function specsIn(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status }))),
    ...specsIn(inner),
  ]);
}

/** A check is one test. */
function check({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

function broken(output) {
  return { passed: 0, failed: 1, output };
}

/** A runner that crashed, or that ran nothing, has failed, whatever it counted. */
function counted({ code, output, passed, failed, skips }) {
  const silent = passed + failed === 0 || (code !== 0 && failed === 0);
  return { passed, failed: silent ? failed + 1 : failed, skips, output: `${output}\n(exit code ${code})` };
}

function reportIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function tool(command, args, extra = {}) {
  return run(command, args, { env: { ...env, ...extra }, timeoutMs: stepTimeoutMs });
}

/** Not what happens to be set on this machine; temporary files go where they are removed. */
function cleanEnvironment() {
  const ours = /^(DIBS_.*|DATABASE_URL|PORT|NODE_ENV|npm_.*)$/;
  const others = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return {
    ...Object.fromEntries(others),
    PATH: `${binaries}${delimiter}${process.env.PATH}`,
    TMPDIR: folder,
    NEXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
  };
}
