"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { mergeContactsAction } from "#lib/registration/actions/contacts.ts";

// Loaded when it is first wanted; without JavaScript the notice of the page has said the same.
const Asking = dynamic(() =>
  import("#components/contacts/consequence-dialog.tsx").then(({ ConsequenceDialog }) => ConsequenceDialog),
);

type Props = { survivorId: number; otherId: number; cost: string };

/** Asks once more where a registration or a request is given up; `cost` says which, '' where none is. */
export function MergeForm({ survivorId, otherId, cost }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const merge = (
    <>
      <input type="hidden" name="survivorId" value={survivorId} />
      <input type="hidden" name="otherId" value={otherId} />
      <Button type="submit" variant="danger">
        Merge the two contacts
      </Button>
    </>
  );
  return (
    <>
      <form
        action={mergeContactsAction}
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          if (cost === "") return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {merge}
        <LinkButton href={`/contacts/${survivorId}`}>Keep both</LinkButton>
      </form>
      {isOpen && (
        <Asking
          title="Merge the two contacts?"
          question={<p>{cost}</p>}
          keep="Keep both"
          onClose={() => setIsOpen(false)}
        >
          <form action={mergeContactsAction} className="contents">
            {merge}
          </form>
        </Asking>
      )}
    </>
  );
}
