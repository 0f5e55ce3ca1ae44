import Link from "next/link";
import { BackLink } from "#components/ui/back-link.tsx";
import type { ImportView } from "#lib/imports/queries.ts";
import { dateAndTime } from "#lib/words.ts";

/** Which file this is, whose, and whether its rows have failed before. */
export function ImportHead({ found, timeZone }: { found: ImportView; timeZone: string }) {
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/imports">All imports</BackLink>
      <div>
        <h1 className="text-2xl">
          <bdi>{found.fileName}</bdi>
        </h1>
        <p className="text-ink-2">
          Uploaded {dateAndTime(found.createdAt, timeZone)} by <bdi>{found.who}</bdi>
          {found.parentId === null ? null : (
            <>
              , with rows that failed in{" "}
              <Link href={`/imports/${found.parentId}`} className="text-link underline">
                an earlier import
              </Link>
            </>
          )}
        </p>
      </div>
    </header>
  );
}
