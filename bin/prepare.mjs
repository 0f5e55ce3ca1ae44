// What must be there before anything of Dibs can run: the packages of the lock file, and the build. Runs on any Node >= 20.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compress } from "./compress.mjs";
import { run } from "./processes.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const binaries = join(root, "node_modules", ".bin");
/** The Node.js that Dibs is made for, from the npm registry. */
export const pinnedNode = join(binaries, "node");

/** Makes node_modules exactly what the lock file says; does nothing where it already is. */
export async function install() {
  if (isInstalled()) return;
  console.log("Installing the packages of the lock file …");
  // On the machine's own Node.js: the pinned one lies in the folder that is being replaced.
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.includes(join("node_modules", ".bin")));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const { code } = await run("npm", ["ci", "--include=dev", "--loglevel=error"], { env, show: "all" });
  if (code !== 0) stop("The packages could not be installed; npm says above why.");
}

/** Builds the pages when a source has changed since they were last built. */
export async function build({ show = "all" } = {}) {
  const stamp = join(root, ".next", "dibs-stamp");
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return { code: 0, output: "" };

  if (show === "all") console.log("Building …");
  // A build over an older one has failed now and then; a fresh one costs little more.
  rmSync(join(root, ".next"), { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const built = await run(pinnedNode, [join(root, "node_modules/next/dist/bin/next"), "build"], { env, show });
  if (built.code !== 0) return built;
  await compress(join(root, ".next/static"));
  writeFileSync(stamp, sources);
  return built;
}

export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** npm writes down what it installed: the lock file, but for optional packages of other platforms. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const there = packagesOf("node_modules/.package-lock.json");
  return (
    existsSync(pinnedNode) &&
    Object.keys(there).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      path in there ? there[path].version === version && there[path].integrity === integrity : path === "" || optional,
    )
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}

function hashOfSources() {
  const hash = createHash("sha256");
  const names =
    "app bin/compress.mjs components db lib next.config.js package-lock.json package.json postcss.config.mjs proxy.ts tsconfig.json";
  for (const file of names.split(" ").flatMap((name) => filesBelow(join(root, name)))) {
    hash.update(file.slice(root.length).replaceAll(sep, "/")).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** In one order on every machine; tests are no part of the build. */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}
