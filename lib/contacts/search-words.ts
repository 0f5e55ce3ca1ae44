/** What is searched for: words in lower case, each of which a contact must have somewhere. At most eight. */
export function wordsOf(search = ""): string[] {
  return search.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8);
}

/** As `like … escape '!'` takes it. */
export function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}

const [long, most] = [3, 32];

/**
 * Threes of signs (code points) that whoever has the words has too, and as few as cover them: more would name hardly fewer contacts,
 * and each costs a look into the index. None of a word that is shorter; of a whole letter its beginning.
 */
export function gramsOf(words: readonly string[]): string[] {
  return [...new Set(words.flatMap(gramsIn))].slice(0, most);
}

function gramsIn(word: string): string[] {
  const signs = Array.from(word);
  const last = signs.length - long;
  if (last < 0) return [];
  const places = [...Array.from({ length: Math.ceil(last / long) }, (_, at) => at * long), last];
  return places.map((from) => signs.slice(from, from + long).join(""));
}
