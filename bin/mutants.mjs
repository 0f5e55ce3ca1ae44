// npm run mutants: plants the eleven faults of the specification, one by one, in a copy of the sources, and shows that the
// tests notice each. Ends with 1 when one of them goes unnoticed. `npm run mutants -- 3 7` plants only these.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { binaries, install, root } from "./prepare.mjs";
import { endAllAtTheEnd, run } from "./processes.mjs";

const engine = "lib/registration/commands";

// Each patch replaces a text that stands there exactly once; code that moved is found at once, not taken for a fault noticed.
const faults = [
  {
    name: "The holder is ignored",
    file: "lib/registration/decide.ts",
    from: "return standing.by === portalId\n",
    to: "return standing.by === portalId || standing.by !== portalId\n",
  },
  {
    name: "Last come, first served",
    file: `${engine}/next-requests.ts`,
    from: ".orderBy(asc(request.receipt))",
    to: ".orderBy(sql`${request.receipt} desc`)",
  },
  {
    name: "The last day is no longer included",
    file: `${engine}/lapse.ts`,
    from: "holding.expires >= desk.today",
    to: "holding.expires > desk.today",
    also: {
      file: `${engine}/lapse.ts`,
      from: "lt(registration.expires, today)",
      to: "sql`${registration.expires} <= ${today}`",
    },
    imports: { file: `${engine}/lapse.ts`, from: "eq, lt, ne }", to: "eq, ne, sql }" },
  },
  {
    name: "An automatic request extends",
    file: "lib/registration/decide.ts",
    from: 'asked.kind === "automatic" || policy.renew',
    to: "policy.renew",
  },
  {
    name: "A failed request takes the registration away",
    file: `${engine}/serve-contact.ts`,
    from: '    case "invalid-data":\n      change(desk',
    to: '    case "invalid-data":\n      takeAway(desk, contact);\n      change(desk',
    also: {
      file: `${engine}/serve-contact.ts`,
      from: "function registeredAs(",
      to: `function takeAway(desk: Desk, { domainKey: key, portalId }: Contact): void {
  const holding = desk.holdings.get(key);
  if (holding?.portalId !== portalId) return;
  for (const { id } of contactsAttached(desk, holding)) change(desk, id, unregistered);
  changeHolding(desk, { ...holding, state: "ended", endedAt: desk.at });
  desk.ledger.record({ kind: "released", who: "Sales database", key, portalId });
}

function registeredAs(`,
    },
  },
  {
    name: "The request of a deleted contact stays open",
    file: `${engine}/next-requests.ts`,
    from: '        eq(request.state, "open"),\n        scope',
    to: '        eq(request.state, "open"),\n        sql`(${request.contactId} is null or exists (select 1 from contact where id = ${request.contactId}))`,\n        scope',
  },
  {
    name: "A contact that moves keeps its registration",
    file: "lib/contacts/contact.ts",
    from: "...(moved ? unregistered : {})",
    to: '...(moved && contact.status !== "REGISTERED" ? unregistered : {})',
  },
  {
    name: "A pursuit takes a domain that is held",
    file: `${engine}/serve-pursuit.ts`,
    from: "  if (holding !== undefined) {",
    to: `  if (holding !== undefined && holding.portalId !== null) {
    desk.holdings.delete(key);
    desk.changed.set(holding.id, { ...holding, state: "ended", endedAt: desk.at });
    desk.ledger.record({ kind: "revoked", who, key, portalId: holding.portalId });
  } else if (holding !== undefined) {`,
  },
  {
    name: "Contacts of one registration show different last days",
    file: `${engine}/serve-contact.ts`,
    from: "for (const { id } of contactsAttached(desk, holding)) change(desk, id, { expires: decision.expires });",
    to: "",
  },
  {
    name: "Two requests are open after a merge",
    file: `${engine}/merge.ts`,
    from: "const given = sorted.filter((row) => row !== kept).map((row) => givenUp(desk, row));",
    to: "const given: RequestRow[] = [];",
    also: {
      file: `${engine}/merge.ts`,
      from: "const goesOn = [{ ...kept, kind, who: (byHand ?? kept).who, contactId: survivor.id }];",
      to: "const goesOn = sorted.map((row) => ({ ...row, kind, contactId: survivor.id }));",
    },
  },
  {
    name: "An edit keeps the place in the queue",
    file: `${engine}/serve-contact.ts`,
    from: "  const { key, portalId, contactId, receipt, who, batchId } = asked;\n",
    to: "  if (contact.domainKey !== asked.key) return { now: { ...asked, key: contact.domainKey } };\n  const { key, portalId, contactId, receipt, who, batchId } = asked;\n",
  },
];

const suite = ["lib/registration/invariants.story.test.ts"];

process.chdir(root);
endAllAtTheEnd();
await install();
const chosen = process.argv.slice(2).map(Number);
const planted = faults
  .map((fault, at) => ({ ...fault, number: at + 1 }))
  .filter(({ number }) => chosen.length === 0 || chosen.includes(number));
const copy = mkdtempSync(join(tmpdir(), "dibs-mutants-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const name of ["lib", "db", "package.json", "tsconfig.json", "vitest.config.ts"])
  cpSync(name, join(copy, name), { recursive: true });
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const { code, output } = await tested();
if (code !== 0) fail(`Without any fault the tests already fail.\n${output}`);
console.log("✓ without a fault the tests pass");
const unnoticed = [];
for (const fault of planted) if (!(await isNoticed(fault))) unnoticed.push(fault.number);
console.log(`\n${planted.length - unnoticed.length} of ${planted.length} faults noticed`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;

async function isNoticed({ number, name, file, from, to, also, imports }) {
  const patches = [{ file, from, to }, also, imports].filter(Boolean);
  const files = [...new Set(patches.map((patch) => patch.file))];
  for (const patch of patches) plant(name, patch);
  const begun = performance.now();
  const broken = await tested();
  for (const each of files) cpSync(each, join(copy, each));
  const noticed = broken.code !== 0 && /FAIL/.test(broken.output);
  if (broken.code !== 0 && !noticed) fail(`The tests did not run with "${name}".\n${broken.output}`);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(
    `${noticed ? "✓" : "✗"} ${String(number).padStart(2)} ${name.padEnd(54)} ${`${seconds} s`.padStart(5)}  ${noticed ? reasonIn(broken.output) : "UNNOTICED"}`,
  );
  return noticed;
}

function plant(name, { file, from, to }) {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  if (source.split(from).length !== 2) fail(`"${name}" cannot be planted: ${file} has changed. Mend bin/mutants.mjs.`);
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
}

/** The first thing that the tests said, without its colours. */
function reasonIn(said) {
  const plain = stripVTControlCharacters(said);
  const why =
    /^\+ +"(.*)",?$/m.exec(plain)?.[1] ?? /Caused by: (.*)/.exec(plain)?.[1] ?? /Error: (.*)/.exec(plain)?.[1];
  return (why ?? "").slice(0, 110);
}

function tested() {
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH}`, DIBS_RUNS: "120", NO_COLOR: "1" };
  return run("sh", ["-c", `cd '${copy}' && exec vitest run --project=stories ${suite.join(" ")}`], {
    env,
    timeoutMs: 5 * 60_000,
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
