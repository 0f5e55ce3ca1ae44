import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Deleted } from "#lib/contacts/queries/deleted-contacts.ts";
import type { RestoredAddress } from "#lib/registration/restored-address.ts";
import { count } from "#lib/words.ts";

type Props = {
  done: RestoredAddress;
  forgotten: string | undefined;
  refused: Deleted | undefined;
  taker: { id: number; name: string } | undefined;
};

/** What the last button came to; where an e-mail is in the way, who has it. */
export function DeletedNotices({ done: { restored, kept }, forgotten = "", refused, taker }: Props) {
  const gone = /^\d{1,3}$/.test(forgotten) ? Number(forgotten) : 0;
  return (
    <>
      {restored > 0 ? <Notice tone="success" title={`${count(restored, "contact")} restored.`} /> : null}
      {gone > 0 ? <Notice tone="success" title={`${count(gone, "contact")} deleted for good.`} /> : null}
      {kept > 0 ? (
        <Notice tone="warning" title={`${count(kept, "contact")} could not be restored.`}>
          {refused === undefined || taker === undefined ? (
            "Somebody else may have restored them already, or deleted them for good."
          ) : (
            <>
              <bdi>{refused.email}</bdi> is the e-mail of <ContactLink id={taker.id} name={taker.name} /> by now. Change
              the e-mail of that contact first, then restore this one: after that you can merge the two.
            </>
          )}
        </Notice>
      ) : null}
    </>
  );
}
