import { escaped } from "#lib/forms/snippet.ts";

/** What somebody sees whose plain form, on another website, was not filled in right: that page still has what was typed. */
export function mistakesPage(sentences: readonly string[]): string {
  const items = sentences.map((sentence) => `<li>${escaped(sentence)}</li>`);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    "<title>Not sent yet</title></head><body><main><h1>Not sent yet</h1>",
    `<ul>${items.join("")}</ul>`,
    "<p>Go back in your browser: what you typed is still there. Mend it, then send it again.</p>",
    "</main></body></html>",
  ].join("");
}
