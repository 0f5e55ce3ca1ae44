"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { backToChosen, chosenForm, useChosen } from "#components/contacts/chosen.tsx";
import { Button } from "#components/ui/button.tsx";
import { forgetContactsAction, restoreContactsAction } from "#lib/registration/actions/contacts.ts";
import { count } from "#lib/words.ts";

// Loaded when it is first wanted; until then, and without JavaScript, the <details> asks the same question.
const Asking = dynamic(() =>
  import("#components/contacts/consequence-dialog.tsx").then(({ ConsequenceDialog }) => ConsequenceDialog),
);

/** What can be done with the chosen ones. The style sheet shows it as soon as a box is chosen; the script only counts. */
export function DeletedBar({ mayForget }: { mayForget: boolean }) {
  const counted = useChosen();
  const what = counted === null ? "the chosen contacts" : count(counted.chosen, "contact");
  return (
    <div className="min-h-9">
      <p className="text-sm leading-9 text-ink-3 group-has-[tbody_:checked]/chosen:hidden">
        Choose contacts to restore them together.
      </p>
      <form
        id={chosenForm}
        onReset={backToChosen}
        action={restoreContactsAction}
        className="hidden flex-wrap items-center gap-x-4 gap-y-2 group-has-[tbody_:checked]/chosen:flex"
        aria-label="Chosen contacts"
      >
        <Button type="submit" variant="primary">
          Restore {what}
        </Button>
        {mayForget && <Forget what={what} />}
        <Button type="reset" variant="quiet">
          Clear
        </Button>
      </form>
    </div>
  );
}

function Forget({ what }: { what: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const question = (
    <p>
      Delete {what} for good? Values, property history, forms sent and what the rules saw are given up at once, and
      nobody can restore them. The e-mail alone is kept, so that it does not enter registration by itself again.
    </p>
  );
  const yes = (
    <Button type="submit" form={chosenForm} formAction={forgetContactsAction} variant="danger">
      Delete {what} for good
    </Button>
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
          Delete for good now
        </summary>
        <div className="flex flex-col items-start gap-2 px-2 py-2 text-ink-2">
          {question}
          {yes}
        </div>
      </details>
      {isOpen && (
        <Asking title="Delete for good" question={question} keep="Keep them" onClose={() => setIsOpen(false)}>
          {yes}
        </Asking>
      )}
    </>
  );
}
