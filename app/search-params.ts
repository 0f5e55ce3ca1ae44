/** What Next.js hands a page of the address, after its question mark. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Reads it by name; of what stands there twice the first counts. */
export async function readerOf(searchParams: SearchParams): Promise<(name: string) => string | undefined> {
  const parameters = await searchParams;
  return (name) => [parameters[name]].flat()[0];
}

/** The same where a name may stand there often, as the ids of those chosen do: "1 2", or '' for none. */
export async function readerOfAll(searchParams: SearchParams): Promise<(name: string) => string> {
  const parameters = await searchParams;
  return (name) => [parameters[name]].flat().join(" ");
}

/** Every name with each of its values, in their order. */
export async function pairsOf(searchParams: SearchParams): Promise<[name: string, value: string][]> {
  const parameters = Object.entries(await searchParams);
  return parameters.flatMap(([name, values]) =>
    [values].flat().flatMap((value): [string, string][] => (value === undefined ? [] : [[name, value]])),
  );
}

/** Everything that stands under a name, each by itself, as the boxes of a form do. */
export async function readerOfEach(searchParams: SearchParams): Promise<(name: string) => readonly string[]> {
  const parameters = await searchParams;
  return (name) => [parameters[name] ?? []].flat();
}
