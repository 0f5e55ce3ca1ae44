/** Which row of a file had an e-mail first: 12 bytes a place, however long the addresses are. */
export type FirstRows = {
  /** The earlier row with this e-mail; 0 where `row` is the first, which is then remembered. */
  before(emailKey: string, row: number): number;
};

/** `rows` is how many there are at most. Two addresses in four quadrillion are taken for one another. */
export function firstRows(rows: number): FirstRows {
  const places = 2 ** Math.ceil(Math.log2(Math.max(16, rows * 2)));
  const marks = new Float64Array(places);
  const numbers = new Uint32Array(places);
  return {
    before(emailKey, row) {
      const mark = markOf(emailKey);
      let at = mark % places;
      while (marks[at] !== 0 && marks[at] !== mark) at = (at + 1) % places;
      if (marks[at] === mark) return numbers[at] ?? 0;
      marks[at] = mark;
      numbers[at] = row;
      return 0;
    },
  };
}

/** Two hashes of a text side by side: 52 bits, never 0. */
function markOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x2c1b3c6d];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul((low ^ code) + at, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return ((high >>> 0) % 2 ** 20) * 2 ** 32 + (low >>> 0) + 1;
}
