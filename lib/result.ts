/** "No" is a value: what a door answers when it may refuse. A surprise is thrown instead. */
export type Result<Value, No extends string = never> = { ok: true; value: Value } | { ok: false; no: No };

export function yes<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function no<No extends string>(reason: No): { ok: false; no: No } {
  return { ok: false, no: reason };
}
