"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { firstAdminAction } from "#lib/portals/actions.ts";

const fields = [
  { name: "code", label: "Code from the console" },
  { name: "portalName", label: "Portal name" },
  { name: "hubId", label: "Hub ID", inputMode: "numeric", description: "The portal's number, such as 152363." },
  { name: "name", label: "Your name", autoComplete: "name" },
  { name: "email", label: "E-mail", type: "email", autoComplete: "username" },
  {
    name: "password",
    label: "Password",
    type: "password",
    autoComplete: "new-password",
    description: "At least 12 characters.",
  },
] as const;

export function FirstAdminForm({ timeZones }: { timeZones: readonly string[] }) {
  const [{ problems, given }, submit, busy] = useActionState(firstAdminAction, { problems: {}, given: {} });
  const zone = given["timeZone"] ?? "UTC";
  return (
    <form action={submit} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-6">
      {Object.keys(problems).length === 0 ? null : <Notice tone="danger" title="Some of it cannot be used yet." />}
      {fields.map(({ name, ...look }) => (
        <Field
          {...look}
          key={`${name} ${given[name] ?? ""}`}
          name={name}
          defaultValue={given[name] ?? ""}
          error={problems[name]}
          required
        />
      ))}
      <FieldSelect label="Time zone" name="timeZone" defaultValue={zone} key={zone} error={problems["timeZone"]}>
        {timeZones.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </FieldSelect>
      <Button type="submit" variant="primary" busy={busy}>
        Create
      </Button>
    </form>
  );
}
