import Link from "next/link";
import { CommandKey } from "#components/review/key.tsx";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { judgeFormAction } from "#lib/review/actions.ts";
import { type ReviewAddress, spellReviewAddress } from "#lib/review/address.ts";
import { figure } from "#lib/words.ts";

type Props = {
  left: { count: number; exact: boolean };
  said: { tone: "success" | "danger"; text: string } | null;
  /** The verdict that Undo takes back. */
  last: number | undefined;
  address: ReviewAddress;
  onUndo: () => void;
};

/** "88 left", how it is grouped, what became of the last verdict, and Undo. */
export function DeskHead({ left, said, last, address, onUndo }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="text-lg font-semibold">
        {figure(left.count)}
        {left.exact ? "" : "+"} left
      </p>
      <GroupedBy address={address} />
      <p
        role={said?.tone === "danger" ? "alert" : "status"}
        className={classes("min-w-0 flex-1 basis-64 text-sm", said?.tone === "danger" ? "text-danger" : "text-ink-2")}
      >
        {said?.text}
      </p>
      <form
        action={judgeFormAction}
        onSubmit={(event) => {
          event.preventDefault();
          onUndo();
        }}
      >
        <input type="hidden" name="verb" value="undo" />
        <input type="hidden" name="mendings" value={last ?? ""} />
        <input type="hidden" name="address" value={addressText(address)} />
        <Button type="submit" size="small" disabled={last === undefined} aria-keyshortcuts="z">
          Undo <CommandKey of="undo" />
        </Button>
      </form>
    </div>
  );
}

function GroupedBy({ address }: { address: ReviewAddress }) {
  return (
    <nav aria-label="Grouped by" className="flex gap-1">
      {(["reason", "domain"] as const).map((group) => (
        <Link
          key={group}
          href={spellReviewAddress({ ...address, group })}
          prefetch={false}
          scroll={false}
          {...(address.group === group && { "aria-current": "true" as const })}
          className="inline-flex min-h-(--target) items-center rounded-sm px-2 text-sm text-link hover:bg-sunken aria-[current]:bg-selection aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
        >
          By {group}
        </Link>
      ))}
    </nav>
  );
}

/** The address as a form carries it along. */
function addressText(address: ReviewAddress): string {
  return spellReviewAddress(address).split("?")[1] ?? "";
}
