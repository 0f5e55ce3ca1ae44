"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { keepKeysAction, type KeysState } from "#lib/portals/actions.ts";
import { commands, type KeyMap, keyPlaces } from "#lib/portals/keys.ts";

/** Every single key, to be changed or taken away. It works without JavaScript. */
export function KeysForm({ kept }: { kept: KeyMap }) {
  const [{ problems, given }, keep, busy] = useActionState<KeysState, FormData>(keepKeysAction, {
    problems: {},
    given: null,
  });
  const keys: Readonly<Record<string, string>> = given ?? kept.keys;
  return (
    <form action={keep} className="flex flex-col gap-4">
      {Object.keys(problems).length > 0 && <Notice tone="danger" title="Nothing was kept: see below." />}
      <Checkbox
        name="on"
        defaultChecked={kept.on}
        label="Single keys"
        description="Switch them off if you speak to your computer, or if they get in your way."
      />
      {keyPlaces.map(({ place, title }) => (
        <Card key={place} title={title}>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
            {commands
              .filter(({ on }) => on[0] === place)
              .map(({ name, does, on }) => (
                <Field
                  key={`${name} ${keys[name]}`}
                  label={does}
                  name={name}
                  maxLength={10}
                  defaultValue={keys[name]}
                  error={problems[name]}
                  description={on.length > 1 ? "Also in Review." : undefined}
                />
              ))}
          </div>
        </Card>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Keep these keys
        </Button>
        <Button type="submit" name="do" value="as-made">
          As they were made
        </Button>
      </div>
    </form>
  );
}
