"use client";

import type { ReactNode } from "react";
import { AskedFirst } from "#components/contacts/asked-first.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { deleteContactAction } from "#lib/registration/actions/contacts.ts";

type Props = { contactId: number; name: string; domain: string };

/** Asks before it deletes, and says what goes and what stays. */
export function DeleteContact({ contactId, name, domain }: Props) {
  const question = (
    <p>
      Delete <bdi className="font-semibold">{name || "this contact"}</bdi>? An open request is withdrawn.
      {domain === "" ? "" : ` ${domain} stays registered to your portal, unless you release it.`}
    </p>
  );
  return (
    <AskedFirst label="Delete contact" title="Delete contact" question={question} keep="Keep contact">
      <DeleteForm contactId={contactId} domain={domain} />
    </AskedFirst>
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
