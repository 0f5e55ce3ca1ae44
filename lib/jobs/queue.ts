const lines = 32;

/**
 * The line in which the jobs of a queue stand. What follows a colon is folded into a few lines: the stores look through all
 * of them for every job and graphile-worker keeps them for ever, while there are as many domains as there are names.
 */
export function lineOf(queue: string): string {
  const colon = queue.indexOf(":");
  if (colon === -1) return queue;
  return `${queue.slice(0, colon)}:${mixed(queue.slice(colon + 1)) % lines}`;
}

/** FNV-1a: spreads names that differ in one letter. */
function mixed(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
