import { Button } from "#components/ui/button.tsx";
import { deleteContactAction } from "#lib/contacts/actions.ts";

type Props = { contactId: number; name: string; domain: string };

/** Asks before it deletes, and says what stays; a <details>, so that it needs no JavaScript. */
export function DeleteContact({ contactId, name, domain }: Props) {
  return (
    <details className="text-sm">
      <summary className="flex min-h-7 cursor-pointer items-center rounded-sm px-2 text-danger hover:bg-danger-bg">
        Delete contact
      </summary>
      <form action={deleteContactAction} className="flex flex-col items-start gap-2 px-2 py-2">
        <input type="hidden" name="contactId" value={contactId} />
        <p className="text-ink-2">
          Delete <bdi className="font-semibold">{name || "this contact"}</bdi>? An open request is withdrawn.
          {domain === "" ? "" : ` ${domain} stays registered to your portal.`}
        </p>
        <Button type="submit" variant="danger" size="small">
          Delete contact
        </Button>
      </form>
    </details>
  );
}
