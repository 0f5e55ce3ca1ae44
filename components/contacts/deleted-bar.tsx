"use client";

import { AskedFirst } from "#components/contacts/asked-first.tsx";
import { backToChosen, chosenForm, useChosen } from "#components/contacts/chosen.tsx";
import { Button } from "#components/ui/button.tsx";
import { forgetContactsAction, restoreContactsAction } from "#lib/registration/actions/contacts.ts";
import { count } from "#lib/words.ts";

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
  const question = (
    <p>
      Delete {what} for good? Values, property history, forms sent and what the rules saw are given up at once, and
      nobody can restore them. The e-mail alone is kept, so that it does not enter registration by itself again.
    </p>
  );
  return (
    <AskedFirst label="Delete for good now" title="Delete for good" question={question} keep="Keep them">
      <Button type="submit" form={chosenForm} formAction={forgetContactsAction} variant="danger">
        Delete {what} for good
      </Button>
    </AskedFirst>
  );
}
