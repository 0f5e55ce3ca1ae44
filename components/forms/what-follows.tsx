import { Card } from "#components/ui/card.tsx";
import { Field, FieldArea, FieldSelect } from "#components/ui/field.tsx";
import type { Draft, DraftProblems } from "#lib/forms/draft.ts";
import { lifecycleStages } from "#lib/properties/lifecycle-stages.ts";

type Props = { draft: Draft; problems: DraftProblems; lists: readonly { id: number; name: string }[] };

/** What happens when it is sent, and where it may be shown. */
export function WhatFollows({ draft, problems, lists }: Props) {
  return (
    <Card title="When it is sent">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FieldArea label="Say thanks" name="thanks" defaultValue={draft.thanks} error={problems.thanks} />
        <Field
          label="Or go to this address"
          name="redirect"
          defaultValue={draft.redirect}
          error={problems.redirect}
          placeholder="https://"
          inputMode="url"
          description="A page of yours that says thanks."
        />
        <FieldSelect label="What a contact has already" name="fill" defaultValue={draft.fill}>
          <option value="overwrite">gives way to what is sent</option>
          <option value="empty">stays: only what is empty is filled</option>
        </FieldSelect>
        <FieldSelect label="Set the lifecycle stage" name="lifecycleStage" defaultValue={draft.lifecycleStage}>
          <option value="">Leave it as it is</option>
          {lifecycleStages.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </FieldSelect>
        <FieldSelect label="Add to a static list" name="listId" defaultValue={draft.listId} error={problems.listId}>
          <option value="">No list</option>
          {lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FieldSelect>
        <FieldArea
          label="Websites that may show it"
          name="origins"
          defaultValue={draft.origins}
          error={problems.origins}
          placeholder="https://www.your-site.com"
          description="One a line. None named: any website may."
        />
      </div>
    </Card>
  );
}
