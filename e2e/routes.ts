import { readFileSync } from "node:fs";
import { join } from "node:path";

const manifest = join(import.meta.dirname, "..", ".next", "server", "app-paths-manifest.json");
const names: string[] = Object.keys(JSON.parse(readFileSync(manifest, "utf8")));

/** Every page of the build by its path, `/contacts/[id]` among them; the frame's own error pages have no path. */
export const pageRoutes = named("/page").filter((path) => !path.startsWith("/_"));

/** Every other route of the build: the API, and whatever file is served by a function. */
export const otherRoutes = named("/route");

// A folder in round brackets groups pages and is no part of their path.
function named(kind: string): string[] {
  return names
    .filter((name) => name.endsWith(kind))
    .map((name) => name.slice(0, -kind.length).replaceAll(/\/\([^)]*\)/g, "") || "/")
    .toSorted();
}
