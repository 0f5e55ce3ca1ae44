import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";

/** Brings mended rows back: they go where they went before, and are checked at once. */
export function AgainForm({ id }: { id: number }) {
  return (
    <form
      action={`/api/imports?again=${id}`}
      method="post"
      encType="multipart/form-data"
      className="flex max-w-prose flex-col gap-3"
    >
      <Field
        label="Mended rows"
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        required
        description="The file that you downloaded here, mended, as CSV or saved as a workbook. Its columns go where they went before, and its column of reasons is left out."
      />
      <Button type="submit" className="self-start">
        Upload mended rows
      </Button>
    </form>
  );
}
