import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field, FieldArea, FieldSelect } from "#components/ui/field.tsx";
import { renewalWindowDays } from "#lib/registration/policy.ts";
import type { PolicyField, PolicyFields } from "#lib/registration/policy-form.ts";

type Props = { fields: PolicyFields; faults: ReadonlySet<PolicyField> };

/** The next version: a plain GET form, so that a simulation has an address of its own and changes nothing. */
export function PolicyForm({ fields, faults }: Props) {
  const wrong = (field: PolicyField, mend: string) => (faults.has(field) ? mend : undefined);
  return (
    <Card title="Next version">
      {/* Its fields begin anew when the address does. */}
      <form key={Object.values(fields).join("\n")} action="/policy" className="flex flex-col gap-4">
        <input type="hidden" name="simulate" value="1" />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field
            label="Term in years"
            name="termYears"
            inputMode="numeric"
            required
            defaultValue={fields.termYears}
            error={wrong("termYears", "A whole number from 1 to 10.")}
          />
          <FieldSelect label="Renewal by a request by hand" name="renew" defaultValue={fields.renew}>
            <option value="always">Always, to a full term from then</option>
            <option value="window">Only in the last {renewalWindowDays} days</option>
            <option value="never">Never</option>
          </FieldSelect>
          <FieldSelect label="Automatic registration" name="automatic" defaultValue={fields.automatic}>
            <option value="on">On</option>
            <option value="off">Off: only requests by hand</option>
          </FieldSelect>
          <Field
            label="Cool-down in days"
            description="Until a portal may ask again for a domain that it lost or gave up."
            name="coolDownDays"
            inputMode="numeric"
            required
            defaultValue={fields.coolDownDays}
            error={wrong("coolDownDays", "A whole number from 0 to 3650.")}
          />
          <Field
            label="Capacity of a portal"
            description="Most domains that one portal may hold. Blank: no limit."
            name="capacity"
            inputMode="numeric"
            defaultValue={fields.capacity}
            error={wrong("capacity", "A whole number, or blank.")}
          />
          <Field
            label="Vendor's name"
            description="In the messages and the names of the lists."
            name="vendor"
            required
            maxLength={60}
            defaultValue={fields.vendor}
            error={wrong("vendor", "At most 60 letters, digits and spaces.")}
          />
        </div>
        <FieldArea
          label="Capacity of single portals"
          description="One portal a line: its Hub ID, a colon, and how many. It stands in the place of the capacity above."
          name="capacities"
          rows={3}
          defaultValue={fields.capacities}
          error={wrong("capacities", "Every line needs a Hub ID, a colon and a number, like 152363: 200.")}
        />
        <Button type="submit" variant="primary" className="self-start">
          Simulate
        </Button>
      </form>
    </Card>
  );
}
