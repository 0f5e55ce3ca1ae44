// Not line breaks, which a reason may have. PostgreSQL keeps no NUL, and half a character is none.
const controls = /(?![\t\n\r])\p{Cc}/gu;

/** What somebody typed, such as both stores keep it: no control characters, not longer than `longest`, nothing cut in half. */
export function plainText(typed: string, longest: number): string {
  return typed.replace(controls, " ").trim().slice(0, longest).toWellFormed();
}
