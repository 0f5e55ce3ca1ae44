import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** A plain form, so that a file of any size streams in and no JavaScript is needed. */
export function UploadForm({ limitMb, problem }: { limitMb: number; problem?: string }) {
  return (
    <Card title="Import contacts">
      <form action="/api/imports" method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        {problem === undefined ? null : <Notice tone="danger" title={problem} />}
        <Field
          label="CSV file or Excel workbook"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
          description={`One contact a row, headings in the first row, of a workbook its first sheet, up to ${limitMb} MB. Nothing is imported before you have looked at the columns.`}
        />
        <Button type="submit" variant="primary" className="self-start">
          Upload file
        </Button>
      </form>
    </Card>
  );
}
