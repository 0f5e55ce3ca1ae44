import type { Metadata } from "next";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { createFolderAction } from "#lib/lists/actions.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "New folder" };

const problems: Readonly<Record<string, string>> = {
  "name-missing": "Give the folder a name.",
  "name-taken": "Another folder of this portal has that name. Choose another.",
};

type Parameters = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewFolderPage({ searchParams }: Parameters) {
  await requireMember();
  const problem = [(await searchParams)["problem"]].flat()[0] ?? "";
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <h1 className="text-2xl">New folder</h1>
      <form action={createFolderAction} className="flex flex-col gap-4">
        <Field
          label="Name"
          name="name"
          maxLength={200}
          error={Object.hasOwn(problems, problem) ? problems[problem] : undefined}
        />
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            Create folder
          </Button>
          <LinkButton href="/lists" variant="quiet">
            Cancel
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
