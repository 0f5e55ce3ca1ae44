import { Button } from "#components/ui/button.tsx";
import { Field, FieldArea } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";

const problems: Readonly<Record<string, { title: string; help: string }>> = {
  "file-missing": { title: "Choose a file.", help: "It needs a column Website." },
  "reason-missing": { title: "Say why, in at most 500 characters.", help: "Choose the file again, too." },
  "too-large": { title: "The file is larger than 20 MB.", help: "Split it, and load the parts one after the other." },
  "not-text": { title: "This is not a CSV file in UTF-8.", help: "Save it as “CSV UTF-8” and load it again." },
  "no-website-column": { title: "No column is called Website.", help: "The first line must name the columns." },
};

/** A plain form that posts a file. */
export function AccountsForm({ problem }: { problem: string | undefined }) {
  const known = Object.entries(problems).find(([word]) => word === problem)?.[1];
  return (
    <form
      action="/api/domains/accounts"
      method="post"
      encType="multipart/form-data"
      className="flex max-w-xl flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      {known === undefined ? null : (
        <Notice tone="danger" title={known.title}>
          {known.help}
        </Notice>
      )}
      <Field
        className="[&_input]:h-auto [&_input]:p-1.5 [&_input]:file:mr-3 [&_input]:file:h-7 [&_input]:file:rounded-sm [&_input]:file:border [&_input]:file:border-control [&_input]:file:px-2 [&_input]:file:font-semibold"
        label="CSV file"
        description="UTF-8, at most 20 MB, with a column Website and, if there is one, Name: the account."
        name="file"
        type="file"
        accept=".csv,text/csv"
        required
      />
      <FieldArea
        label="Reason"
        description="Kept with every pursuit of this file."
        name="reason"
        required
        maxLength={500}
        rows={2}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="dry" value="1" formNoValidate>
          See what it would do
        </Button>
        <Button type="submit" variant="primary">
          Load the accounts
        </Button>
      </div>
    </form>
  );
}
