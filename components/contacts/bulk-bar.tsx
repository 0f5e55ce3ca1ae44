"use client";

import { backToChosen, chosenForm, useChosen } from "#components/contacts/chosen.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { type Address, spellAddress } from "#lib/contacts/address.ts";
import type { ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { count, countUpTo, figure } from "#lib/words.ts";

type Props = { address: Address; total: ContactsPage["total"] };

/**
 * What can be done with the chosen contacts. It leads to a dry run: nothing is asked before it was seen. The style sheet
 * shows it as soon as a box is chosen; the script only says how many there are.
 */
export function BulkBar({ address, total }: Props) {
  const counted = useChosen();
  return (
    <div className="min-h-9 print:hidden">
      <p className="py-2 text-sm text-ink-3 group-has-[tbody_:checked]/chosen:hidden">
        Choose contacts to request registration for them, or to edit, list, export or delete them.
      </p>
      <form
        id={chosenForm}
        onReset={backToChosen}
        action="/requests/new"
        className="hidden flex-wrap items-center gap-x-4 gap-y-2 group-has-[tbody_:checked]/chosen:flex"
        aria-label="Chosen contacts"
      >
        {[...new URLSearchParams(spellAddress({ ...address, place: null }))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" variant="primary">
          Request registration for {wordsFor(counted, total)}
        </Button>
        <Button type="submit" formAction="/bulk/edit">
          Edit
        </Button>
        <Button type="submit" formAction="/bulk/list">
          Add to list
        </Button>
        <Button type="submit" formAction="/exports/new">
          Export
        </Button>
        <Button type="submit" formAction="/bulk/delete">
          Delete
        </Button>
        <Checkbox name="all" value="1" label={`Select all ${figure(total.count)}${total.exact ? "" : "+"}`} />
        <Button type="reset" variant="quiet">
          Clear
        </Button>
        <output className="text-sm text-ink-2">{toldOf(counted)}</output>
      </form>
    </div>
  );
}

function wordsFor(counted: ReturnType<typeof useChosen>, total: ContactsPage["total"]): string {
  if (counted === null) return "the chosen contacts";
  if (!counted.all) return count(counted.chosen, "contact");
  return countUpTo(total, "contact");
}

function toldOf(counted: ReturnType<typeof useChosen>): string {
  if (counted === null) return "";
  return counted.all ? "Everything that matches is chosen." : `${count(counted.chosen, "contact")} chosen.`;
}
