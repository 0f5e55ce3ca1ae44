import { oneInProgram } from "#lib/one.ts";

// A SQLite file has one writer at a time. Two threads of a program that write the same one take turns by a word of memory that
// both see: for SQLite's own lock a thread waits without doing anything else, and whoever asks for a page waits with it.

type Side = { holds: number; waits: number };

const first: Side = { holds: 1, waits: 2 };
const second: Side = { holds: 4, waits: 8 };

const held = oneInProgram<{ word?: Int32Array<SharedArrayBuffer>; me: Side; other: Side }>("writing-threads", () => ({
  me: first,
  other: second,
}));

/** From now on this thread takes turns with the one that is handed the answer, and calls `joinWriting` with it. */
export function shareWriting(): SharedArrayBuffer {
  held.word ??= new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return held.word.buffer;
}

export function joinWriting(memory: SharedArrayBuffer): void {
  Object.assign(held, { word: new Int32Array(memory), me: second, other: first });
}

/** The other thread has ended, wherever it stood: its turn is over. */
export function writeAlone(): void {
  const { word, me } = held;
  if (word === undefined) return;
  change(word, (seen) => (seen & (me.holds | me.waits) ? me.holds : 0));
  Atomics.notify(word, 0);
}

/** Answers when this thread may write. Whoever waits is handed the turn by the one who has it, so both come to write. */
export async function beginWriting(): Promise<void> {
  const { word, me, other } = held;
  if (word === undefined) return;
  for (;;) {
    const now = change(word, (seen) => seen | (seen & other.holds ? me.waits : me.holds));
    if (now & me.holds) return;
    await Atomics.waitAsync(word, 0, now).value;
  }
}

export function endWriting(): void {
  const { word, me, other } = held;
  if (word === undefined) return;
  const now = change(word, (seen) => (seen & other.waits ? other.holds : seen & ~me.holds));
  if (now !== 0) Atomics.notify(word, 0);
}

/** Whether the other thread waits for this one to end its turn. */
export function isAwaited(): boolean {
  const { word, other } = held;
  return word !== undefined && (Atomics.load(word, 0) & other.waits) !== 0;
}

/** Answers what the word is now. */
function change(word: Int32Array<SharedArrayBuffer>, to: (seen: number) => number): number {
  for (;;) {
    const seen = Atomics.load(word, 0);
    const next = to(seen);
    if (Atomics.compareExchange(word, 0, seen, next) === seen) return next;
  }
}
