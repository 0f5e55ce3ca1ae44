import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { countUpTo } from "#lib/words.ts";

type Props = {
  what: string;
  total: { count: number; exact: boolean };
  labels: readonly string[];
  columnsAt: string;
  /** Whom, in which columns and order: as the form sends it. */
  sent: Readonly<Record<string, string>>;
};

const files = [
  { format: "csv", label: "as CSV" },
  { format: "xlsx", label: "as XLSX" },
];

/** What the file will hold, and a button for each kind of file. */
export function ExportForm({ what, total, labels, columnsAt, sent }: Props) {
  return (
    <Card>
      <form action="/api/exports" method="post" className="flex flex-col gap-4">
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
          <dt className="text-ink-3">Contacts</dt>
          <dd>
            {countUpTo(total, "contact")}: <bdi>{what}</bdi>
          </dd>
          <dt className="text-ink-3">Columns</dt>
          <dd>
            <bdi>{labels.join(", ")}</bdi>{" "}
            <Link href={columnsAt} prefetch={false} className="text-link underline">
              Change
            </Link>
          </dd>
        </dl>
        <p className="text-sm text-ink-3">
          What would be a formula in a spreadsheet is written as text. Exports are{" "}
          <Link href="/exports" prefetch={false} className="text-link underline">
            kept in a log
          </Link>
          .
        </p>
        <div className="flex flex-wrap gap-2">
          {files.map(({ format, label }) => (
            <Button key={format} type="submit" name="format" value={format} variant="primary">
              Export {countUpTo(total, "contact")} {label}
            </Button>
          ))}
        </div>
      </form>
    </Card>
  );
}
