import Link from "next/link";
import { Mark, type MarkKind } from "#components/registration/mark.tsx";
import type { NoticeLine } from "#lib/notices/queries/bell.ts";
import { count, dateAndTime } from "#lib/words.ts";

const link = "inline-flex min-h-(--target) items-center text-link hover:underline";
const marks: Readonly<Record<string, MarkKind>> = { expiring: "expiring", expired: "expired" };
const words: Readonly<Record<string, { word: string; look: string }>> = {
  "domain-free": { word: "Free", look: "text-registered" },
  revoked: { word: "Revoked", look: "text-danger" },
};
const transfer = { word: "Transfer", look: "text-pending" };

/** Newest first; what the person has not seen is marked as new. */
export function NoticesList({ lines, timeZone }: { lines: readonly NoticeLine[]; timeZone: string }) {
  return (
    <ol aria-label="Notices" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <NoticeMark kind={line.kind} />
          <p className={line.isNew ? "min-w-0 flex-1 basis-64 font-semibold" : "min-w-0 flex-1 basis-64"}>
            {line.isNew ? (
              <span className="mr-2 rounded-sm bg-accent px-1.5 text-xs leading-5 font-bold text-on-accent">New</span>
            ) : null}
            <Link href={`/registration/${line.key}`} prefetch={false} className={link}>
              <bdi>{line.key}</bdi>
            </Link>
            {line.words.slice(line.key.length)}
          </p>
          <Way line={line} />
          <span className="text-sm text-ink-3">{dateAndTime(line.at, timeZone)}</span>
        </li>
      ))}
    </ol>
  );
}

function NoticeMark({ kind }: { kind: string }) {
  const mark = marks[kind];
  if (mark !== undefined) return <Mark kind={mark} />;
  const { word, look } = words[kind] ?? transfer;
  return <span className={`text-sm font-semibold ${look}`}>{word}</span>;
}

/** Where to go on: to the contact, to all of them at the domain, or to a new one for a domain that is free. */
function Way({ line: { key, kind, contacts, contactId } }: { line: NoticeLine }) {
  if (contacts > 1)
    return (
      <Link href={`/contacts?q=${encodeURIComponent(key)}`} prefetch={false} className={link}>
        {count(contacts, "contact")} <span className="sr-only">at {key}</span>
      </Link>
    );
  if (contactId !== null)
    return (
      <Link href={`/contacts/${contactId}`} prefetch={false} className={link}>
        Open contact <span className="sr-only">at {key}</span>
      </Link>
    );
  if (kind !== "domain-free") return null;
  return (
    <Link href="/contacts/new" prefetch={false} className={link}>
      Add Contact <span className="sr-only">at {key}</span>
    </Link>
  );
}
