import type { ReactNode } from "react";
import { Mark, type MarkKind } from "#components/registration/mark.tsx";
import { standardProperty } from "#lib/properties/registry.ts";
import type { ContactThen } from "#lib/registration/then.ts";
import { longDay } from "#lib/words.ts";

/** The four properties as they were, and which event made them so. */
export function ContactState({ then }: { then: ContactThen | undefined }) {
  if (then === undefined) return <p className="text-ink-2">Nothing had been asked or decided for this contact.</p>;
  const { openKind, openRequest, expires, message, outcome, madeBy } = then;
  return (
    <div className="flex flex-col gap-3">
      <dl className="flex flex-col gap-3">
        <Line property="registration_action">{openKind === "manual" ? "Request Registration" : null}</Line>
        <Line property="registration_expiration_date">{expires === "" ? null : longDay(expires)}</Line>
        <Line property="registration_status">
          <span className="flex flex-col items-start gap-1">
            {openRequest === null ? null : <Mark kind="pending" detail={`receipt ${openRequest}`} />}
            <Mark {...markOf(then)} />
          </span>
        </Line>
        <Line property="registration_message">{message || null}</Line>
      </dl>
      {outcome === "registered_by_another_partner" ? <Note>The domain was held by another partner.</Note> : null}
      <Note>Since event {madeBy}.</Note>
    </div>
  );
}

const marks: Readonly<Record<ContactThen["status"], MarkKind>> = {
  REGISTERED: "registered",
  UNAVAILABLE: "unavailable",
  INVALID_DATA: "invalid",
  "": "none",
};

/** The last sync status of then, whatever was open. */
export function markOf({ status, lapsedOn }: Pick<ContactThen, "status" | "lapsedOn">): {
  kind: MarkKind;
  detail?: string;
} {
  return status === "" && lapsedOn !== "" ? { kind: "expired", detail: `on ${lapsedOn}` } : { kind: marks[status] };
}

function Line({ property, children }: { property: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-ink-2">{standardProperty(property)?.label}</dt>
      <dd className="min-h-6 break-words">{children ?? <span className="text-ink-3">Blank</span>}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="text-sm text-ink-3">{children}</p>;
}
