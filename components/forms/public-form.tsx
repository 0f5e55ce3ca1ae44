"use client";

import { useActionState } from "react";
import { FormFields } from "#components/forms/form-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type SendingState, sendFormAction } from "#lib/forms/actions.ts";
import { controls } from "#lib/forms/entry.ts";
import type { ShownForm } from "#lib/forms/shown.ts";
import { count } from "#lib/words.ts";

type Props = {
  form: ShownForm;
  /** What is sent along unseen, by the name of its control. */
  hidden: Readonly<Record<string, string>>;
};

const nothing: SendingState = { problems: {}, given: {}, problem: "" };

/** A form of a portal as its visitors fill it in. It works without JavaScript, and keeps what was typed. */
export function PublicForm({ form, hidden }: Props) {
  const [{ problems, given, problem }, send, busy] = useActionState(sendFormAction, nothing);
  const mistakes = Object.keys(problems).length;
  return (
    <form action={send} className="flex flex-col gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {mistakes === 0 ? null : (
        <Notice tone="danger" title={`Not sent yet: ${count(mistakes, "field")} to mend.`}>
          What is wrong stands under each of them.
        </Notice>
      )}
      {problem === "" ? null : <Notice tone="danger" title={problem} />}
      <FormFields fields={form.fields} given={given} problems={problems} />
      <div className="sr-only" aria-hidden="true">
        <label>
          Leave this empty
          <input name={controls.trap} tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        {form.button}
      </Button>
      <p className="text-sm text-ink-3">
        What you send goes to <bdi>{form.portalName}</bdi>.
      </p>
    </form>
  );
}
