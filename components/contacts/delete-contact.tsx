"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { deleteContactAction } from "#lib/contacts/actions.ts";

// Loaded when it is first wanted; until then, and without JavaScript, the <details> asks the same question.
const Asking = dynamic(() => import("#components/contacts/delete-dialog.tsx").then(({ DeleteDialog }) => DeleteDialog));

type Props = { contactId: number; name: string; domain: string };

/** Asks before it deletes, and says what goes and what stays. */
export function DeleteContact({ contactId, name, domain }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const question = (
    <p>
      Delete <bdi className="font-semibold">{name || "this contact"}</bdi>? An open request is withdrawn.
      {domain === "" ? "" : ` ${domain} stays registered to your portal.`}
    </p>
  );
  return (
    <>
      <details className="text-sm">
        <summary
          onClick={(event) => {
            event.preventDefault();
            setIsOpen(true);
          }}
          className="flex min-h-7 cursor-pointer items-center rounded-sm px-2 text-danger hover:bg-danger-bg pointer-coarse:min-h-11"
        >
          Delete contact
        </summary>
        <div className="flex flex-col items-start gap-2 px-2 py-2 text-ink-2">
          {question}
          <DeleteForm contactId={contactId} />
        </div>
      </details>
      {isOpen && (
        <Asking onClose={() => setIsOpen(false)} question={question}>
          <DeleteForm contactId={contactId} />
        </Asking>
      )}
    </>
  );
}

function DeleteForm({ contactId }: { contactId: number }): ReactNode {
  return (
    <form action={deleteContactAction} className="flex flex-col">
      <input type="hidden" name="contactId" value={contactId} />
      <Button type="submit" variant="danger">
        Delete contact
      </Button>
    </form>
  );
}
