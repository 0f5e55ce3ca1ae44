"use client";

import { useActionState, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { startBatchAction } from "#lib/registration/actions/batches.ts";
import { count, figure } from "#lib/words.ts";

type Props = { selection: string; ready: number; lacking: number; registered: number; back: string };

/** Says how many are asked for, and asks. Without JavaScript the boxes say by how many they add to it. */
export function RequestForm({ selection, ready, lacking, registered, back }: Props) {
  const [{ problem }, ask, busy] = useActionState(startBatchAction, { problem: null });
  const [also, setAlso] = useState({ lacking: false, registered: false });
  const many = ready + (also.lacking ? lacking : 0) + (also.registered ? registered : 0);

  return (
    <form action={ask} className="flex flex-col items-start gap-3">
      <input type="hidden" name="selection" value={selection} />
      {ready === 0 ? null : <input type="hidden" name="outcomes" value="ready" />}
      {lacking === 0 ? null : (
        <Checkbox
          name="outcomes"
          value="lacks-data"
          label={`Also ask for the ${counted(lacking)} that ${lacking === 1 ? "lacks" : "lack"} data (they will be answered Invalid Data with every reason)`}
          description={`Adds ${counted(lacking)}`}
          checked={also.lacking}
          onChange={({ target }) => setAlso({ ...also, lacking: target.checked })}
        />
      )}
      {registered === 0 ? null : (
        <Checkbox
          name="outcomes"
          value="registered"
          label={`Also renew the ${counted(registered)} that ${registered === 1 ? "is" : "are"} registered`}
          description={`Adds ${counted(registered)}`}
          checked={also.registered}
          onChange={({ target }) => setAlso({ ...also, registered: target.checked })}
        />
      )}
      {problem === null ? null : <Notice tone="danger" title="Nobody is chosen. Tick a box, then request again." />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {many === 0 ? "Request registration for those ticked" : `Request registration for ${count(many, "contact")}`}
        </Button>
        <LinkButton href={back} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

function counted(many: number): string {
  return figure(many);
}
