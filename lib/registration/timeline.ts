type Line = { kind: string; who: string; number: number; before: unknown; after: unknown };

/** One line of a contact's registration record, in plain words. */
export function timelineInWords({ kind, who, number, before, after }: Line): string {
  switch (kind) {
    case "requested":
      return `Registration requested by ${who}, receipt ${number}`;
    case "upgraded":
      return `${who} asked by hand; the request keeps receipt ${textOf(after, "receipt")}`;
    case "withdrawn":
      return `${who} withdrew the request with receipt ${textOf(before, "receipt")}`;
    case "superseded":
      return `The website changed: receipt ${textOf(before, "receipt")} gave way to a new one`;
    case "decided":
      return `Decided, receipt ${textOf(after, "receipt")}: ${outcomes[textOf(after, "outcome")] ?? textOf(after, "outcome")}`;
    case "deleted":
      return `${who} deleted the contact`;
    case "restored":
      return `${who} restored the contact`;
    case "merged":
      return textOf(after, "into") === ""
        ? `${who} merged contact ${textOf(before, "contact")} into this one`
        : `${who} merged this contact into contact ${textOf(after, "into")}`;
    case "unmerged":
      return `${who} undid the merge of contact ${textOf(before, "contact")}`;
    default:
      return `${kind}: ${who}`;
  }
}

const outcomes: Readonly<Record<string, string>> = {
  registered: "Registered",
  "re-registered": "Registered again",
  pursued: "Unavailable",
  registered_by_another_partner: "Unavailable",
  "invalid-data": "Invalid Data",
};

function textOf(from: unknown, name: string): string {
  const value: unknown = typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
