import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { signOutEverywhereAction } from "#lib/portals/actions.ts";

export function SessionsCard() {
  return (
    <Card title="Sessions">
      <form action={signOutEverywhereAction} className="flex flex-col items-start gap-3">
        <p>Signs you out here and in every other browser: for when a computer is lost, or was not yours.</p>
        <Button type="submit">Sign out everywhere</Button>
      </form>
    </Card>
  );
}
