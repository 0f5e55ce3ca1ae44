import { LooksLike } from "#components/registration/looks-like.tsx";
import { availabilityInWords, type LookedUp } from "#lib/registration/preflight.ts";

/** What a look-up tells: how the domain stands, and whether it looks like another one. */
export function AvailabilityLine({ looked, vendor }: { looked: LookedUp; vendor: string }) {
  return (
    <>
      <p className="text-sm">
        <span className="font-semibold">Availability</span>{" "}
        <span className="text-ink-2">{availabilityInWords(looked.availability, vendor)}</span>
      </p>
      <LooksLike alike={looked.alike} />
    </>
  );
}
