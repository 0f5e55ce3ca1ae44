import { CloseAs } from "#components/contacts/close-as.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { lifecycleStageLabel } from "#lib/properties/lifecycle-stages.ts";
import { dayIn } from "#lib/day.ts";
import { ago, shortDay } from "#lib/words.ts";

/** Name, company, and the seed's three touches over the record (page 1c). */
export function RecordHeader({ contact, now, timeZone }: { contact: Contact; now: number; timeZone: string }) {
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/contacts">Return to All Contacts</BackLink>
      <div className="flex items-center gap-3">
        <span
          aria-hidden="true"
          className="grid size-12 shrink-0 place-items-center rounded-full border border-control bg-sunken text-lg font-semibold text-ink-2"
        >
          {initials(contact.name)}
        </span>
        <div className="min-w-0">
          <h1 className="text-2xl break-words">
            <bdi>{contact.name || "No name"}</bdi>
          </h1>
          <p className="break-words text-ink-2">
            <bdi>{contact.company || "No company"}</bdi>
          </p>
        </div>
        <div className="ml-auto">
          <CloseAs contactId={contact.id} stage={contact.lifecycleStage} />
        </div>
      </div>
      <dl className="grid gap-x-6 gap-y-2 border-y border-line py-3 sm:grid-cols-3">
        <Touch label="First Touch" when={ago(contact.createdAt, now)}>
          {contact.values["original_source_type"] ?? "Offline Sources"}
        </Touch>
        <Touch label="Last Touch" when={ago(contact.lastConversionAt ?? contact.createdAt, now)}>
          {contact.values["recent_conversion"] ?? "Added"}
        </Touch>
        <Touch label="Lifecycle Stage" when={`Added ${shortDay(dayIn(timeZone, contact.createdAt))}`}>
          {lifecycleStageLabel(contact.lifecycleStage) || "None"}
        </Touch>
      </dl>
    </header>
  );
}

function Touch({ label, when, children }: { label: string; when: string; children: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd>
        <span className="font-semibold">{children}</span> <span className="text-sm text-ink-3">{when}</span>
      </dd>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
}
