import { BackLink } from "#components/ui/back-link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";

const sentences: Readonly<Record<string, string>> = {
  created: "The property is made. It stands on every record.",
  changed: "Saved.",
  archived: "The property is archived. The values that contacts have are kept.",
  restored: "The property is put back.",
};

type Props = { mayChange: boolean; done: string | undefined };

/** What these are, what was done, and the way to one more. */
export function PropertiesHead({ mayChange, done }: Props) {
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/settings">Contacts Settings</BackLink>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-2xl">All Properties</h1>
        {mayChange && (
          <LinkButton href="/settings/properties/new" variant="primary">
            Create property
          </LinkButton>
        )}
      </div>
      <p className="max-w-prose text-ink-2">
        What is kept of each contact, in the order in which records show it. Starred ones stand on the overview of every
        contact, and are asked for when one is added.
        {mayChange ? null : " An admin of the portal may change them."}
      </p>
      <NoticeOfWord word={done} sentences={sentences} />
    </header>
  );
}
