import { z } from "zod";
import { PolicySettings } from "#lib/registration/policy.ts";

/** The fields of the form, as people fill them in and as an address carries them. */
export type PolicyFields = Record<PolicyField, string>;
const fields = ["termYears", "renew", "automatic", "capacity", "capacities", "coolDownDays", "vendor"] as const;
export type PolicyField = (typeof fields)[number];

export type ReadPolicy = { ok: true; settings: PolicySettings } | { ok: false; faults: ReadonlySet<PolicyField> };

const whole = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/)
  .transform(Number);
// One portal a line: "152363: 10".
const capacities = z
  .string()
  .max(20_000)
  .transform((text) =>
    text
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^\d{1,15}\s*[:=]\s*\d{1,6}$/)))
  .transform((lines) => Object.fromEntries(lines.map(pairIn)));

const Typed = z.object({
  termYears: whole.pipe(PolicySettings.shape.termYears.unwrap()),
  renew: PolicySettings.shape.renew.unwrap(),
  automatic: z.enum(["on", "off"]).transform((word) => word === "on"),
  capacity: z.union([
    z
      .string()
      .regex(/^\s*$/)
      .transform(() => null),
    whole,
  ]),
  capacities,
  coolDownDays: whole.pipe(PolicySettings.shape.coolDownDays.unwrap()),
  vendor: z
    .string()
    .trim()
    // A name that would break a message apart is no name.
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} .&'-]*$/u)
    .pipe(z.string().max(60)),
});

/** The next version's settings; what the form does not ask for stays as it is in force. */
export function readPolicy(read: (field: PolicyField) => string | undefined, inForce: PolicySettings): ReadPolicy {
  const spelled = spellPolicy(inForce);
  const typed = Object.fromEntries(fields.map((field) => [field, read(field) ?? spelled[field]]));
  const known = Typed.safeParse(typed);
  if (known.success) return { ok: true, settings: { ...inForce, ...known.data } };
  const names = new Set(known.error.issues.map(({ path }) => path[0]));
  return { ok: false, faults: new Set(fields.filter((field) => names.has(field))) };
}

/** What was typed, or what is in force where nothing was. */
export function fieldsTyped(read: (field: PolicyField) => string | undefined, inForce: PolicySettings): PolicyFields {
  const spelled = spellPolicy(inForce);
  const typed = (field: PolicyField) => (read(field) ?? spelled[field]).slice(0, 20_000);
  return {
    termYears: typed("termYears"),
    renew: typed("renew"),
    automatic: typed("automatic"),
    capacity: typed("capacity"),
    capacities: typed("capacities"),
    coolDownDays: typed("coolDownDays"),
    vendor: typed("vendor"),
  };
}

function spellPolicy(settings: PolicySettings): PolicyFields {
  return {
    termYears: String(settings.termYears),
    renew: settings.renew,
    automatic: settings.automatic ? "on" : "off",
    capacity: settings.capacity === null ? "" : String(settings.capacity),
    capacities: Object.entries(settings.capacities)
      .map(([hubId, most]) => `${hubId}: ${most}`)
      .join("\n"),
    coolDownDays: String(settings.coolDownDays),
    vendor: settings.vendor,
  };
}

function pairIn(line: string): [hubId: string, most: number] {
  const [hubId = "", most = ""] = line.split(/\s*[:=]\s*/);
  return [hubId, Number(most)];
}
