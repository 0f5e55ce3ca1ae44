// npm run lock: run once after adding or updating a package.
// A registry mirror may not serve a package's binaries for other platforms; npm then leaves them out of package-lock.json,
// and `npm ci` refuses the lock file everywhere. This names them again, by the exact version their package asks for; npm
// skips them where the platform differs.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const added = {};

for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (path === "" || isLocked(path, name)) continue;
    const entry = { version, ...platformOf(name), optional: true, ...(dev ? { dev } : {}) };
    // Beside the others of its kind, or below its package where another version stands there already.
    const beside = `node_modules/${name}`;
    added[added[beside] && added[beside].version !== version ? `${path}/${beside}` : beside] = entry;
  }
}

writeFileSync(
  "package-lock.json",
  `${JSON.stringify({ ...lock, packages: { ...lock.packages, ...added } }, null, 2)}\n`,
);
console.log(`${Object.keys(added).length} packages for other platforms named in package-lock.json.`);

/** As Node.js looks: below the package itself, then in every folder above it. */
function isLocked(path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${from === "" ? "" : `${from}/`}node_modules/${name}`]) return true;
    if (from === "") return false;
  }
}

/** `…-linux-arm-gnueabihf` → os linux, cpu arm, libc glibc: what npm compares with the machine. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) =>
    /^(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)$/.test(word),
  );
  const cpu = words.find((word) => /^(arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)$/.test(word));
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu"))
      ? "glibc"
      : undefined;
  if (cpu === undefined)
    throw new Error(`${name} is missing from the lock file, and is not for another platform: npm install it.`);
  return { ...(os ? { os: [os] } : {}), cpu: [cpu], ...(libc && os === "linux" ? { libc: [libc] } : {}) };
}
