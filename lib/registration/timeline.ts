import { numberIn, textIn } from "#lib/registration/past-event.ts";

type Line = { kind: string; number: number; before: unknown; after: unknown };

/** One line of a contact's registration record, in plain words; who it was stands beside it. */
export function timelineInWords({ kind, number, before, after }: Line): string {
  switch (kind) {
    case "requested":
      return `Registration requested, receipt ${number}`;
    case "upgraded":
      return `Asked by hand; the request keeps receipt ${numberIn(after, "receipt")}`;
    case "withdrawn":
      return `The request with receipt ${numberIn(before, "receipt")} was withdrawn`;
    case "superseded":
      return `The website changed: receipt ${numberIn(before, "receipt")} gave way to a new one`;
    case "decided":
      return `Decided, receipt ${numberIn(after, "receipt")}: ${outcomes[textIn(after, "outcome")] ?? textIn(after, "outcome")}`;
    case "detached":
      return textIn(after, "key") === "" ? "Left its domain" : `Moved to the domain ${textIn(after, "key")}`;
    case "deleted":
      return "The contact was deleted";
    case "restored":
      return textIn(after, "undone") === "edit" ? "Has its website back" : "The contact was restored";
    case "merged":
      return numberIn(after, "into") === null
        ? `Took in contact ${numberIn(before, "contact")}, which is one with this one now`
        : `Became a part of contact ${numberIn(after, "into")}`;
    case "unmerged":
      return `The merge of contact ${numberIn(before, "contact")} was undone`;
    case "stands-again":
      return "Stands again as Invalid Data";
    case "rekeyed":
      return `The domain is read as ${textIn(after, "key")} now`;
    default:
      return kind;
  }
}

const outcomes: Readonly<Record<string, string>> = {
  registered: "Registered",
  "re-registered": "Registered again",
  pursued: "Unavailable",
  registered_by_another_partner: "Unavailable",
  "invalid-data": "Invalid Data",
};
