import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compress } from "../compress.mjs";
import { pinnedNode, root, stop } from "../prepare.mjs";
import { run } from "../processes.mjs";

/** Where the copy of the program stands: inside the repository, so that it finds the one `node_modules`. */
export const copyFolder = join(root, "var/bench/app");

const rooms = "app components lib db".split(" ");
const files = "next.config.js package.json postcss.config.mjs proxy.ts tsconfig.json".split(" ");
// The one package that a source names by its path: app/layout.tsx, for its letters.
const letters = "node_modules/@fontsource-variable/public-sans/files";
const stamp = join(copyFolder, ".next", "bench-stamp");

// In the shape in which they are served, below /api/bare.
const bareRoutes = [
  import.meta.resolve("./bare/contacts/route.ts"),
  import.meta.resolve("./bare/contacts/[id]/route.ts"),
  import.meta.resolve("./bare/lists/route.ts"),
].map((url) => fileURLToPath(url));

/**
 * Copies the program, adds the bare routes and builds both together: one build, one server process, so that the only
 * difference between ours and bare is what Dibs does beyond the query. Builds again only when a source has changed.
 */
export async function buildCopy(): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;

  process.stdout.write("Building the program with bare routes beside it …\n");
  for (const room of [...rooms, "bin"]) rmSync(join(copyFolder, room), { recursive: true, force: true });
  for (const [from, to] of copied()) {
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
  cpSync(join(root, letters), join(copyFolder, letters), { recursive: true });
  const built = await run(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build", copyFolder], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (built.code !== 0) stop(`The copy could not be built.\n${built.output}`);
  await compress(join(copyFolder, ".next/static"));
  writeFileSync(stamp, sources);
}

/** The program that serves the copy. */
export const served = { node: pinnedNode, script: join(copyFolder, "bin/serve.ts") };

/** From where to where. Without the lock file: Next.js would take its folder for the root, and miss the packages. */
function copied(): [from: string, to: string][] {
  const bareFolder = dirname(dirname(bareRoutes[0] ?? ""));
  const programs = readdirSync(join(root, "bin")).filter((name) => name.endsWith(".ts") && name !== "bench.ts");
  const ours = [...rooms.flatMap((room) => filesBelow(room)), ...files, ...programs.map((name) => join("bin", name))];
  const shared = readdirSync(bareFolder).filter((name) => name.endsWith(".ts"));
  return [
    ...ours.map((name): [string, string] => [join(root, name), join(copyFolder, name)]),
    ...[...bareRoutes, ...shared.map((name) => join(bareFolder, name))].map((from): [string, string] => [
      from,
      join(copyFolder, "app/api/bare", from.slice(bareFolder.length)),
    ]),
  ];
}

function filesBelow(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !/\.(test|child)\.tsx?$/.test(each.name))
    .map((each) => join(each.parentPath, each.name).slice(root.length));
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const [from, to] of copied()) hash.update(to).update("\0").update(readFileSync(from)).update("\0");
  return hash.digest("hex");
}
