"use client";

import Link from "next/link";
import type { Role } from "#components/frame/places.ts";
import { OverThePage } from "#components/keys/over-the-page.tsx";
import { commandsIn, keyCap, type KeyMap, keyPlaces } from "#lib/portals/keys.ts";

type Props = { keys: KeyMap; role: Role; onClose: () => void };

/** Every key that does something, as it is set now. */
export function KeyHelp({ keys: { on, keys }, role, onClose }: Props) {
  const places = keyPlaces.filter(({ place }) => place === "everywhere" || place === "rows" || role === "admin");
  return (
    <OverThePage title="Keys" size="large" onClose={onClose}>
      <div className="flex flex-col gap-4 px-6 py-4">
        {on ? null : <p>Single keys are switched off. Ctrl-K works all the same.</p>}
        <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
          {places.map(({ place, title }) => (
            <section key={place}>
              <h3 className="mb-2 text-base font-semibold">{title}</h3>
              <dl className="flex flex-col gap-1">
                {place === "everywhere" && <KeyLine does="Go to, do or find anything" cap="Ctrl K" />}
                {commandsIn(place).map(({ name, does }) => (
                  <KeyLine key={name} does={does} cap={keyCap(keys[name])} />
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className="text-sm">
          <Link href="/settings/keys" onClick={onClose} className="text-link underline">
            Change the keys
          </Link>
        </p>
      </div>
    </OverThePage>
  );
}

function KeyLine({ does, cap }: { does: string; cap: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{does}</dt>
      <dd>
        {cap === "" ? (
          <span className="text-sm text-ink-3">No key</span>
        ) : (
          <kbd className="rounded-sm border border-control bg-sunken px-1.5 font-sans text-sm">{cap}</kbd>
        )}
      </dd>
    </div>
  );
}
