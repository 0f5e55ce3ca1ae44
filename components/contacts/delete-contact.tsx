"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { deleteContactAction } from "#lib/registration/actions/contacts.ts";

// Loaded when it is first wanted; until then, and without JavaScript, the <details> asks the same question.
const Asking = dynamic(() =>
  import("#components/contacts/consequence-dialog.tsx").then(({ ConsequenceDialog }) => ConsequenceDialog),
);

type Props = { contactId: number; name: string; domain: string };

/** Asks before it deletes, and says what goes and what stays. */
export function DeleteContact({ contactId, name, domain }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const question = (
    <p>
      Delete <bdi className="font-semibold">{name || "this contact"}</bdi>? An open request is withdrawn.
      {domain === "" ? "" : ` ${domain} stays registered to your portal, unless you release it.`}
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
          <DeleteForm contactId={contactId} domain={domain} />
        </div>
      </details>
      {isOpen && (
        <Asking title="Delete contact" question={question} keep="Keep contact" onClose={() => setIsOpen(false)}>
          <DeleteForm contactId={contactId} domain={domain} />
        </Asking>
      )}
    </>
  );
}

function DeleteForm({ contactId, domain }: Omit<Props, "name">): ReactNode {
  return (
    <form action={deleteContactAction} className="flex flex-col gap-3">
      <input type="hidden" name="contactId" value={contactId} />
      {domain === "" ? null : (
        <Checkbox
          name="release"
          value={domain}
          label={`Also release ${domain}`}
          description="Anybody may have it at once, and your other contacts of it go blank."
        />
      )}
      <Button type="submit" variant="danger">
        Delete contact
      </Button>
    </form>
  );
}
