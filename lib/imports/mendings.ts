/** What was typed in place of a listed value ("p3"), or in the cell of one row ("r17c2"); an empty one empties it. */
export type Mending = { named: string; replacement: string };

const shape = /^(empty-)?(p\d{1,9}|r\d{1,9}c\d{1,3})$/;

/** What a form of repairs says: a filled field replaces, a ticked box empties, an empty field does nothing. */
export function mendingsIn(entries: readonly (readonly [name: string, value: string])[]): Mending[] {
  const found = new Map<string, string>();
  for (const [name, value] of entries) {
    const [, empties, named] = shape.exec(name) ?? [];
    if (named === undefined) continue;
    if (empties !== undefined) found.set(named, "");
    else if (value.trim() !== "" && !found.has(named)) found.set(named, value);
  }
  return [...found].map(([named, replacement]) => ({ named, replacement }));
}
