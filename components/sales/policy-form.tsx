import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field, FieldArea, FieldSelect } from "#components/ui/field.tsx";
import { renewalWindowDays } from "#lib/registration/policy.ts";
import type { PolicyField, PolicyFields } from "#lib/registration/policy-form.ts";

type Props = { fields: PolicyFields; faults: ReadonlySet<PolicyField> };

/** The next version: a plain GET form, so that a simulation has an address of its own and changes nothing. */
export function PolicyForm(props: Props) {
  return (
    <Card title="Next version">
      {/* Its fields begin anew when the address does. */}
      <form key={Object.values(props.fields).join("\n")} action="/policy" className="flex flex-col gap-4">
        <input type="hidden" name="simulate" value="1" />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Terms {...props} />
          <Limits {...props} />
        </div>
        <FieldArea
          label="Capacity of single portals"
          description="One portal a line: its Hub ID, a colon, and how many. It stands in the place of the capacity above."
          rows={3}
          {...kept("capacities", props, "Every line needs a Hub ID, a colon and a number, like 152363: 200.")}
        />
        <Button type="submit" variant="primary" className="self-start">
          Simulate
        </Button>
      </form>
    </Card>
  );
}

function Terms(props: Props) {
  return (
    <>
      <Field
        label="Term in years"
        inputMode="numeric"
        required
        {...kept("termYears", props, "A whole number from 1 to 10.")}
      />
      <FieldSelect label="Renewal by a request by hand" name="renew" defaultValue={props.fields.renew}>
        <option value="always">Always, to a full term from then</option>
        <option value="window">Only in the last {renewalWindowDays} days</option>
        <option value="never">Never</option>
      </FieldSelect>
      <FieldSelect label="Automatic registration" name="automatic" defaultValue={props.fields.automatic}>
        <option value="on">On</option>
        <option value="off">Off: only requests by hand</option>
      </FieldSelect>
    </>
  );
}

function Limits(props: Props) {
  return (
    <>
      <Field
        label="Cool-down in days"
        description="Until a portal may ask again for a domain that it lost or gave up."
        inputMode="numeric"
        required
        {...kept("coolDownDays", props, "A whole number from 0 to 3650.")}
      />
      <Field
        label="Capacity of a portal"
        description="Most domains that one portal may hold. Blank: no limit."
        inputMode="numeric"
        {...kept("capacity", props, "A whole number, or blank.")}
      />
      <Field
        label="Vendor's name"
        description="In the messages and the names of the lists."
        required
        maxLength={60}
        {...kept("vendor", props, "At most 60 letters, digits and spaces.")}
      />
    </>
  );
}

/** What was typed in a field, and how to mend it where it cannot be. */
function kept(name: PolicyField, { fields, faults }: Props, mend: string) {
  return { name, defaultValue: fields[name], error: faults.has(name) ? mend : undefined };
}
