import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { reRegisterAction } from "#lib/notices/actions/expiring.ts";
import { count } from "#lib/words.ts";

type Props = { ids: readonly number[]; back: string };

/** Says for how many domains, and asks. `ids` are those that a request would renew. */
export function ReRegisterForm({ ids, back }: Props) {
  return (
    <form action={reRegisterAction} className="flex flex-wrap gap-2">
      <input type="hidden" name="ids" value={ids.join(" ")} />
      {ids.length === 0 ? null : (
        <Button type="submit" variant="primary">
          Re-register {count(ids.length, "domain")}
        </Button>
      )}
      <LinkButton href={back} variant="quiet">
        {ids.length === 0 ? "Back to Expiring" : "Cancel"}
      </LinkButton>
    </form>
  );
}
