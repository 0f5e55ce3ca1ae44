"use client";

import { getFormProps, getInputProps, getSelectProps, useForm } from "@conform-to/react";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { firstAdminAction } from "#lib/portals/actions.ts";

const asked = [
  { name: "code", label: "Code from the console" },
  { name: "portalName", label: "Portal name" },
  { name: "hubId", label: "Hub ID", inputMode: "numeric", description: "The portal's number, such as 152363." },
  { name: "name", label: "Your name", autoComplete: "name" },
  { name: "email", label: "E-mail", autoComplete: "username" },
  { name: "password", label: "Password", autoComplete: "new-password", description: "At least 12 characters." },
] as const;

type Given = Record<(typeof asked)[number]["name"] | "timeZone", string>;

export function FirstAdminForm({ timeZones }: { timeZones: readonly string[] }) {
  const [lastResult, submit, busy] = useActionState(firstAdminAction, null);
  const [form, fields] = useForm<Given>({ lastResult, defaultValue: { timeZone: "UTC" } });
  const { key: _, ...timeZone } = getSelectProps(fields.timeZone);
  return (
    <form
      {...getFormProps(form)}
      action={submit}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-6"
    >
      {form.valid ? null : <Notice tone="danger" title="Some of it cannot be used yet." />}
      {asked.map(({ name, ...look }) => {
        const { key, ...input } = getInputProps(fields[name], { type: name === "password" ? "password" : "text" });
        return <Field key={key} {...input} {...look} error={fields[name].errors?.[0]} required />;
      })}
      <FieldSelect {...timeZone} label="Time zone" error={fields.timeZone.errors?.[0]}>
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
