"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { signInAction } from "#lib/portals/actions.ts";

const words = {
  wrong: { title: "That e-mail and password do not belong together.", help: "Check both, and try again." },
  "too-many": { title: "Too many tries.", help: "Wait 15 minutes, then try again." },
  incomplete: { title: "Enter your e-mail and your password.", help: null },
};

export function SignInForm({ next }: { next: string }) {
  const [{ problem, email }, submit, busy] = useActionState(signInAction, { problem: null, email: "" });
  return (
    <form action={submit} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-6">
      {problem === null ? null : (
        <Notice tone="danger" title={words[problem].title}>
          {words[problem].help}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        key={email}
        required
        maxLength={320}
      />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
