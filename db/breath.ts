// A page takes several rounds of the event loop, and would else wait for long work in each of them.
const rounds = 20;

/** In the middle of long work: whoever waits for a page comes in, and gets far enough to be answered. */
export async function breath(): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise((next) => setImmediate(next));
}
