import Link from "next/link";
import type { ContactSelection } from "#lib/contacts/selection.ts";
import { count } from "#lib/words.ts";

/** Whom a bulk change is for, and the way back to them. */
export function Whom({ selection: { ids }, back }: { selection: ContactSelection; back: string }) {
  return (
    <p className="text-ink-2">
      For {ids === undefined ? "all contacts that match" : count(ids.length, "chosen contact")}.{" "}
      <Link href={back} prefetch={false} className="text-link underline">
        Choose others
      </Link>
    </p>
  );
}
