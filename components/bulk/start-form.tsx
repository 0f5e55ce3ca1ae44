"use client";

import { useActionState, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { startBulkAction } from "#lib/bulk/actions.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import { startRefused } from "#lib/bulk/sentences.ts";
import { pressInWords } from "#lib/bulk/words.ts";
import { count } from "#lib/words.ts";

type Props = {
  kind: BulkChange["kind"];
  /** As JSON, carried to the server as it was looked at. */
  change: string;
  selection: string;
  counts: { total: number; changed: number; leaving: number };
  back: string;
};

/** Says for how many, and does it. Without JavaScript the box says by how many it adds. */
export function StartForm({ kind, change, selection, counts, back }: Props) {
  const [{ problem }, start, busy] = useActionState(startBulkAction, { problem: null });
  const [isMeant, setIsMeant] = useState(false);
  const many = counts.changed + (isMeant ? counts.leaving : 0);
  return (
    <form action={start} className="flex flex-col items-start gap-3">
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="selection" value={selection} />
      <input type="hidden" name="expected" value={counts.total} />
      {counts.leaving === 0 ? null : (
        <Checkbox
          name="registered"
          value="included"
          label={alsoIn(kind, counts.leaving)}
          description={`Adds ${count(counts.leaving, "contact")}. Otherwise they are left alone.`}
          checked={isMeant}
          onChange={({ target }) => setIsMeant(target.checked)}
        />
      )}
      {problem === null ? null : <Notice tone="danger" title={startRefused[problem]} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant={kind === "delete" ? "danger" : "primary"} busy={busy}>
          {many === 0 ? pressInWords({ kind }, counts.leaving) : pressInWords({ kind }, many)}
        </Button>
        <LinkButton href={back} variant="quiet">
          Cancel
        </LinkButton>
      </div>
      <p className="text-sm text-ink-3">It can be undone for 24 hours.</p>
    </form>
  );
}

function alsoIn(kind: BulkChange["kind"], many: number): string {
  const them =
    many === 1 ? "the 1 that is Registered" : `the ${count(many, "that are Registered", "that are Registered")}`;
  return kind === "delete" ? `Also delete ${them}` : `Also change ${them}, and let ${many === 1 ? "it" : "them"} leave`;
}
