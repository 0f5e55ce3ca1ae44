import { z } from "zod";

const ways = ["set", "fill", "clear", "add", "take"] as const;
/** `fill` sets only where nothing stands; `add` and `take` are for properties of several options. */
export type Way = (typeof ways)[number];

/** Contacts that would lose their place on a registration are left alone, unless somebody said that they are meant too. */
const registered = z.enum(["left-alone", "included"]);

/** What is done to each of the contacts meant: kept with the work, and read again by each of its steps. */
export const BulkChange = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("edit"),
    lines: z
      .array(z.strictObject({ property: z.string().min(1).max(100), way: z.enum(ways), value: z.string().max(5_000) }))
      .min(1)
      .max(50),
    registered,
  }),
  // A list that does not exist yet has the id 0 until the change is started.
  z.strictObject({ kind: z.literal("join"), listId: z.number().int().min(0), list: z.string().max(200) }),
  z.strictObject({ kind: z.literal("leave"), listId: z.number().int().min(0), list: z.string().max(200) }),
  z.strictObject({ kind: z.literal("delete"), registered }),
]);
export type BulkChange = z.infer<typeof BulkChange>;
export type EditLine = Extract<BulkChange, { kind: "edit" }>["lines"][number];

/** Whether a change can take contacts off their domain: then the ledger is opened before they are locked. */
export function mayLeaveDomain(change: BulkChange): boolean {
  return (
    change.kind === "delete" || (change.kind === "edit" && change.lines.some(({ property }) => property === "website"))
  );
}

/** For so long a bulk change can be undone, from its end on. */
export const undoableMs = 24 * 60 * 60 * 1000;

/** For so long it is kept what became of each contact. */
export const keptMs = 90 * 24 * 60 * 60 * 1000;

export type Undoing = "possible" | "running" | "nothing-changed" | "too-late" | "undone";

type Run = {
  state: "changing" | "changed" | "cancelled" | "undoing" | "undone";
  changed: number;
  finishedAt: number | null;
};

/** Whether it can be undone now, or why not. */
export function undoingOf({ state, changed, finishedAt }: Run, now: number): Undoing {
  if (state === "undoing" || state === "undone") return "undone";
  if (state === "changing" || finishedAt === null) return "running";
  if (changed === 0) return "nothing-changed";
  return now - finishedAt < undoableMs ? "possible" : "too-late";
}

/** Whether it is still known what became of each contact. */
export function isKept({ finishedAt }: Pick<Run, "finishedAt">, now: number): boolean {
  return finishedAt === null || now - finishedAt < keptMs;
}
