import { MarkShape, type MarkKind } from "#components/registration/mark.tsx";
import { classes } from "#components/ui/classes.ts";
import type { Standing } from "#lib/sales/standing.ts";

// The shape is what a partner's contact gets there: registered, unavailable, invalid data.
const looks: Record<Standing, { word: string; kind: MarkKind; look: string }> = {
  held: { word: "Held", kind: "registered", look: "bg-registered-bg px-2 text-registered" },
  pursued: { word: "Pursued", kind: "unavailable", look: "bg-unavailable-bg px-2 text-unavailable" },
  "not-pursued": { word: "Not pursued", kind: "invalid", look: "bg-invalid-bg px-2 text-invalid" },
  free: { word: "Free", kind: "none", look: "text-ink-3" },
};

/** How a domain stands with the vendor, as a shape and a word. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { word, kind, look } = looks[standing];
  return (
    <span
      className={classes(
        "inline-flex min-h-6 items-center gap-1.5 rounded-sm text-sm font-semibold whitespace-nowrap",
        look,
      )}
    >
      <MarkShape kind={kind} />
      {word}
    </span>
  );
}
