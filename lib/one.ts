/**
 * The one `name` of this thread (pages and jobs have one each), made on first use. Next.js bundles a module once per layer, so
 * a plain module variable would be several: two clocks, two writers, two workers.
 */
export function oneInProgram<Thing extends object>(name: string, make: () => Thing): Thing {
  const key = Symbol.for(`dibs.${name}`);
  const known: unknown = Reflect.get(globalThis, key);
  if (known !== undefined) return known as Thing;
  const made = make();
  Reflect.set(globalThis, key, made);
  return made;
}
