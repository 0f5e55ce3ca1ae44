/** The label behind `xn--` in Unicode (RFC 3492, section 6.2); null when it cannot be decoded. */
export function decodePunycode(encoded: string): string | null {
  const basicLength = Math.max(encoded.lastIndexOf("-"), 0);
  const output = Array.from(encoded.slice(0, basicLength));
  let state = { codePoint: 0x80, position: 0, bias: 72, damping: 700 };

  for (let at = basicLength === 0 ? 0 : basicLength + 1; at < encoded.length;) {
    const delta = readDelta(encoded, { at, bias: state.bias });
    if (delta === null) return null;
    const length = output.length + 1;
    const codePoint = state.codePoint + Math.floor((state.position + delta.value) / length);
    if (codePoint > 0x10ffff) return null;
    const position = (state.position + delta.value) % length;
    output.splice(position, 0, String.fromCodePoint(codePoint));
    state = { codePoint, position: position + 1, bias: adapted(delta.value, length, state.damping), damping: 2 };
    at = delta.end;
  }
  return output.join("");
}

/** A number of variable length: it ends at the first digit below its threshold. */
function readDelta(encoded: string, { at, bias }: { at: number; bias: number }): { value: number; end: number } | null {
  let value = 0;
  let weight = 1;
  for (let end = at, step = 36; end < encoded.length; end++, step += 36) {
    const digit = digits.indexOf(encoded.charAt(end));
    if (digit === -1) return null;
    value += digit * weight;
    if (value > 0x7fffffff) return null;
    const threshold = Math.min(Math.max(step - bias, 1), 26);
    if (digit < threshold) return { value, end: end + 1 };
    weight *= 36 - threshold;
  }
  return null;
}

const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Section 6.1: the next numbers are expected to be about as large as this one. */
function adapted(delta: number, length: number, damping: number): number {
  let rest = Math.floor(delta / damping);
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
