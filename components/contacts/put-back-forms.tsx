"use client";

import { type ReactNode, useActionState, useId } from "react";
import { LeavingQuestion } from "#components/contacts/leaving-question.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type FormState, savePropertiesAction } from "#lib/contacts/actions.ts";

type Props = { contactId: number; backTo: string; children: ReactNode };

/** Around the buttons of the history, each of which sends one old value; what it would cost is asked as on the record. */
export function PutBackForms({ contactId, backTo, children }: Props) {
  const [{ problems, given, leaving }, save] = useActionState<FormState, FormData>(savePropertiesAction, {
    problems: {},
    given: {},
  });
  const asking = useId();
  const where = (
    <>
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="backTo" value={backTo} />
    </>
  );
  return (
    <>
      {Object.entries(problems).map(([property, problem]) => (
        <Notice key={property} tone="danger" title={problem} />
      ))}
      {leaving ? (
        <form id={asking} action={save}>
          {where}
          <input type="hidden" name="website" value={given["website"]} />
          <LeavingQuestion key={leaving.to} leaving={leaving} form={asking} />
        </form>
      ) : null}
      <form action={save}>
        {where}
        {children}
      </form>
    </>
  );
}
