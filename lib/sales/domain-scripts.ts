/** True when the name could pass for another: its letters come from several scripts, or all look like Latin ones. */
export function mixesScripts(labels: readonly string[], suffix: string): boolean {
  const name = labels[0] ?? "";
  if (!writings.some((writing) => writing.test(name))) return true;
  return !suffix.startsWith("xn--") && !suffix.includes(".xn--") && likeLatin.test(name);
}

// What belongs together in one name (UTS-39, highly restrictive), then scripts of today that stand alone (UAX-31).
const writings = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
  ...[
    ["Cyrillic", "Greek", "Arabic", "Hebrew", "Armenian", "Georgian", "Ethiopic", "Thaana", "Thai", "Lao", "Khmer"],
    ["Myanmar", "Tibetan", "Devanagari", "Bengali", "Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Oriya"],
    ["Sinhala", "Tamil", "Telugu"],
  ].flatMap((scripts) => scripts.map((script) => [script])),
].map((scripts) => {
  const letters = scripts.map((script) => `\\p{Script_Extensions=${script}}`).join("");
  return new RegExp(`^[${letters}\\p{Script=Common}\\p{Script=Inherited}]+$`, "u");
});

// "аррӏе.com" is written in one script, yet reads as another company's name.
const likeLatin = /^[аысԁеһіјӏорԗԛѕԝхуъьүпгѵѡικνρυωηοτα\d-]+$/u;
