"use client";

import dynamic from "next/dynamic";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { winnerField } from "#lib/contacts/winner-field.ts";
import { mergeContactsAction } from "#lib/registration/actions/contacts.ts";

// Loaded when it is first wanted; without JavaScript the notice of the page has said the same.
const Asking = dynamic(() =>
  import("#components/contacts/consequence-dialog.tsx").then(({ ConsequenceDialog }) => ConsequenceDialog),
);

type Props = {
  survivorId: number;
  otherId: number;
  costs: Readonly<Record<"survivor" | "other", string>>;
  children: ReactNode;
};

/** Asks once more where a registration or a request is given up; `costs` say which, by whose website stays, '' where none is. */
export function MergeForm({ survivorId, otherId, costs, children }: Props) {
  const [cost, setCost] = useState("");
  const id = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const winner = new FormData(event.currentTarget).get(`${winnerField}website`);
    const would = costs[winner === "other" ? "other" : "survivor"];
    if (would === "" || isSure(event.nativeEvent)) return;
    event.preventDefault();
    setCost(would);
  };
  return (
    <>
      <form id={id} action={mergeContactsAction} className="flex flex-col gap-4" onSubmit={onSubmit}>
        {children}
        <input type="hidden" name="survivorId" value={survivorId} />
        <input type="hidden" name="otherId" value={otherId} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="danger">
            Merge the two contacts
          </Button>
          <LinkButton href={`/contacts/${survivorId}`}>Keep both</LinkButton>
        </div>
      </form>
      {cost === "" ? null : (
        <Asking title="Merge the two contacts?" question={<p>{cost}</p>} keep="Keep both" onClose={() => setCost("")}>
          <Button type="submit" form={id} name={sure} variant="danger">
            Merge the two contacts
          </Button>
        </Asking>
      )}
    </>
  );
}

const sure = "sure";

/** Whether it was sent by the button of the dialog. */
function isSure(event: Event): boolean {
  return event instanceof SubmitEvent && event.submitter?.getAttribute("name") === sure;
}
