"use client";

import { useActionState, useState } from "react";
import type { InRule } from "#components/lists/in-rule.ts";
import { RuleGroup } from "#components/lists/rule-group.tsx";
import { RulePreview } from "#components/lists/rule-preview.tsx";
import { useRule } from "#components/lists/use-rule.ts";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listFormAction } from "#lib/lists/actions.ts";
import type { Draft } from "#lib/lists/draft.ts";
import type { Field as RuleField } from "#lib/lists/fields.ts";

type Props = {
  /** Null for a new list. */
  id: number | null;
  draft: Draft;
  fields: readonly RuleField[];
  folders: readonly string[];
};

/** A list of the portal's own, new or changed. Every button posts the form, so that it needs no JavaScript. */
export function ListForm({ id, draft: initial, fields, folders }: Props) {
  const [{ draft, problem, faults, turn }, save, busy] = useActionState(listFormAction, {
    draft: initial,
    problem: "",
    faults: [],
    turn: 0,
  });
  const [kind, setKind] = useState(draft.kind);
  const { form, rule, removed, act, press } = useRule(draft.rule, turn, fields);
  return (
    <form ref={form} action={save} className="flex flex-col gap-4">
      {/* The first button is what Enter presses: it must not take a line away. */}
      <button
        type="submit"
        name="do"
        value="none"
        onClick={press}
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
      />
      <input type="hidden" name="id" value={id ?? ""} />
      <input type="hidden" name="rule" value={JSON.stringify(rule)} />
      {problem === "" ? null : <Notice tone="danger" title={problem} />}
      <ListHeadFields key={turn} isNew={id === null} {...{ draft, folders, setKind }} />
      {kind === "static" ? (
        <p className="text-ink-2">Contacts are put into a static list from their records. It stays as you leave it.</p>
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <RuleCard
            key={`${turn} ${removed}`}
            {...{ fields, faults, press, rule }}
            late={rule !== draft.rule}
            refit={() => act("none")}
          />
          <RulePreview rule={rule} />
        </div>
      )}
      <div className="flex gap-2">
        <Button type="submit" name="do" value="save" variant="primary" busy={busy}>
          {id === null ? "Create list" : "Save list"}
        </Button>
        <LinkButton href={id === null ? "/lists" : `/lists/${id}`} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

type HeadProps = Pick<Props, "folders"> & {
  draft: Draft;
  isNew: boolean;
  setKind: (kind: Draft["kind"]) => void;
};

/** What it is called, where it lies and, while it is new, of which kind it is. */
function ListHeadFields({ draft, folders, isNew, setKind }: HeadProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="Name" name="name" defaultValue={draft.name} maxLength={200} />
      <FieldSelect label="Folder" name="folder" defaultValue={draft.folder}>
        <option value="">No folder</option>
        {folders.map((folder) => (
          <option key={folder} value={folder}>
            {folder}
          </option>
        ))}
      </FieldSelect>
      {isNew ? (
        <FieldSelect
          label="Type"
          name="kind"
          defaultValue={draft.kind}
          onChange={({ target }) => setKind(target.value === "static" ? "static" : "smart")}
        >
          <option value="smart">Smart: who is in it follows from a rule</option>
          <option value="static">Static: you put contacts in</option>
        </FieldSelect>
      ) : (
        <input type="hidden" name="kind" value={draft.kind} />
      )}
    </div>
  );
}

function RuleCard({ rule, ...inRule }: InRule & { rule: Draft["rule"] }) {
  return (
    <Card title="Rule">
      <RuleGroup {...inRule} rule={rule} group={rule} at="" depth={1} />
      <noscript>
        <Button type="submit" name="do" value="none" className="mt-3">
          Show what can be asked
        </Button>
      </noscript>
    </Card>
  );
}
