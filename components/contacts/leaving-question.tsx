"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Leaving } from "#lib/contacts/queries/leaving-domain.ts";
import { longDay } from "#lib/words.ts";

// Loaded when it is first wanted; without JavaScript the notice in the form asks the same question.
const Asking = dynamic(() =>
  import("#components/contacts/consequence-dialog.tsx").then(({ ConsequenceDialog }) => ConsequenceDialog),
);

/** Before a registered contact leaves its domain: what it costs, and the press that says yes (event E19). */
export function LeavingQuestion({ leaving, form }: { leaving: Leaving; form: string }) {
  const [isOpen, setIsOpen] = useState(true);
  const sentences = <p>{consequence(leaving)}</p>;
  return (
    <>
      <Notice
        tone="warning"
        title={`The contact leaves ${leaving.from}`}
        action={<Yes leaving={leaving} form={form} />}
      >
        {sentences}
      </Notice>
      {isOpen && (
        <Asking
          title={`Leave ${leaving.from}?`}
          question={sentences}
          keep="Keep the website"
          onClose={() => setIsOpen(false)}
        >
          <Yes leaving={leaving} form={form} onPress={() => setIsOpen(false)} />
        </Asking>
      )}
    </>
  );
}

type YesProps = { leaving: Leaving; form: string; onPress?: () => void };

function Yes({ leaving, form, onPress }: YesProps) {
  return (
    <Button type="submit" form={form} name="leavesDomain" value={leaving.from} onClick={onPress}>
      Save, and leave {leaving.from}
    </Button>
  );
}

function consequence({ from, to, expires }: Leaving): string {
  const there =
    to === ""
      ? "Without a website that can be read it has no status."
      : `At ${to} it has no status until it is requested.`;
  return `${from} stays registered to your portal until ${longDay(expires)}, but this contact is no longer part of it. ${there} An open request goes to the back of the new domain's queue.`;
}
