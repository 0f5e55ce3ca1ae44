import { MergeForm } from "#components/contacts/merge-form.tsx";
import { MergeSides, type Sides } from "#components/contacts/merge-sides.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { givenUpByMerging, mergedContact, undoableDays } from "#lib/contacts/merged.ts";
import { longDay } from "#lib/words.ts";

type Pair = { survivor: Contact; other: Contact };

/** What would stay, what would come over and what would be given up, before anything is done (event E22). */
export function MergePreview(sides: Sides) {
  const { survivor, other } = sides;
  const own = mergedContact(survivor, other);
  const theirs = mergedContact(survivor, other, new Set(["website"]));
  const costs = { survivor: costInWords({ survivor, other }, own), other: costInWords({ survivor, other }, theirs) };
  const name = other.name || "The other contact";
  return (
    <>
      <Notice
        tone="warning"
        title={
          <>
            <bdi>{name}</bdi> becomes a part of this contact
          </>
        }
      >
        The contact that stays keeps what it has and takes what it lacks, unless you choose otherwise below; forms are
        counted together. It can be undone for {undoableDays} days.{registered(own)} {costs.survivor}
        {theirs.domainKey === own.domainKey ? null : (
          <p>
            With the website of <bdi>{name}</bdi>:{registered(theirs) || " it is part of no registration."}{" "}
            {costs.other}
          </p>
        )}
      </Notice>
      <MergeForm survivorId={survivor.id} otherId={other.id} costs={costs}>
        <MergeSides {...sides} />
      </MergeForm>
      <p>
        <LinkButton href={`/contacts/${other.id}/merge?with=${survivor.id}`} variant="quiet" prefetch={false}>
          Swap: keep the other one instead
        </LinkButton>
      </p>
    </>
  );
}

function registered({ registrationId, domainKey, expires }: Contact): string {
  return registrationId === null ? "" : ` It is part of ${domainKey}, registered until ${longDay(expires)}.`;
}

/** '' where neither a registration nor a request is given up. */
function costInWords(pair: Pair, whole: Contact): string {
  const { leaves, withdraws } = givenUpByMerging({ ...pair, whole });
  const left = leaves.map(
    ({ domainKey, expires }) =>
      `${domainKey} stays registered to your portal until ${longDay(expires)}, but the contact that stays is no part of it.`,
  );
  const ended = withdraws.map(({ domainKey }) =>
    domainKey === whole.domainKey
      ? "Of the two open requests the earlier receipt goes on, and the later one is withdrawn."
      : `The open request for ${domainKey || "a website that cannot be read"} is withdrawn.`,
  );
  return [...left, ...ended].join(" ");
}
