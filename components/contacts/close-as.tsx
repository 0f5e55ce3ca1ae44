import { ChevronDown } from "lucide-react";
import { Drop } from "#components/ui/drop.tsx";
import { closeAsAction } from "#lib/contacts/actions.ts";
import { lifecycleStages } from "#lib/properties/lifecycle-stages.ts";

/** "Close as" of the seed's page 1c: the lifecycle stage in two clicks, as a form that needs no JavaScript. */
export function CloseAs({ contactId, stage }: { contactId: number; stage: string }) {
  return (
    <Drop
      align="end"
      variant="secondary"
      size="small"
      label={
        <>
          Close as
          <ChevronDown aria-hidden="true" className="size-4" />
        </>
      }
    >
      <form action={closeAsAction} className="flex w-56 flex-col p-1">
        <input type="hidden" name="contactId" value={contactId} />
        {lifecycleStages.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name="stage"
            value={value}
            aria-pressed={value === stage}
            className="flex min-h-8 items-center rounded-sm px-3 text-left -outline-offset-2 hover:bg-sunken aria-pressed:bg-selection aria-pressed:font-semibold pointer-coarse:min-h-11"
          >
            {label}
          </button>
        ))}
      </form>
    </Drop>
  );
}
