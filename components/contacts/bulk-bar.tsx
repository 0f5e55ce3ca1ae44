"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Address, spellAddress } from "#lib/contacts/address.ts";
import type { ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { count } from "#lib/words.ts";

type Props = { chosen: readonly string[]; address: Address; total: ContactsPage["total"]; onClear: () => void };

/** What can be done with the chosen contacts. It leads to a dry run: nothing is asked before it was seen. */
export function BulkBar({ chosen, address, total, onClear }: Props) {
  const [all, setAll] = useState(false);
  if (chosen.length === 0)
    return <p className="min-h-9 text-sm text-ink-3">Choose contacts to request registration for them.</p>;

  const many = all ? total.count : chosen.length;
  const figure = all && !total.exact ? `all ${total.count.toLocaleString("en-US")}+ contacts` : count(many, "contact");
  return (
    <form action="/requests/new" className="flex min-h-9 flex-wrap items-center gap-2" aria-label="Chosen contacts">
      {all ? (
        [["all", "1"], ...new URLSearchParams(spellAddress({ ...address, place: null }))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))
      ) : (
        <input type="hidden" name="ids" value={chosen.join(" ")} />
      )}
      <Button type="submit" variant="primary">
        Request registration for {figure}
      </Button>
      {!all && total.count > chosen.length && (
        <Button onClick={() => setAll(true)}>
          Select all {total.count.toLocaleString("en-US")}
          {total.exact ? "" : "+"}
        </Button>
      )}
      <Button
        variant="quiet"
        onClick={() => {
          setAll(false);
          onClear();
        }}
      >
        Clear
      </Button>
      <output className="text-sm text-ink-2">
        {all ? "Everything that matches is chosen." : `${count(chosen.length, "contact")} chosen.`}
      </output>
    </form>
  );
}
