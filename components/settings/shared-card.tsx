import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { saveSharedAction } from "#lib/contacts/actions/settings.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";

type Props = { shared: readonly string[]; set: PropertySet; isAdmin: boolean };

/** Which properties a public URL shows, by group. */
export function SharedCard({ shared, set, isAdmin }: Props) {
  const labels = shared.map((name) => labelIn(set, name)).join(", ");
  return (
    <Card title="Public contact URLs">
      <div className="flex flex-col items-start gap-4">
        <p className="max-w-prose">
          A public URL shows a contact to whoever has it, without signing in. It shows{" "}
          {labels === "" ? "nothing yet" : labels}. A change counts at once, for the URLs that are out already too.
        </p>
        {isAdmin ? (
          <details className="w-full">
            <summary className="min-h-7 cursor-pointer rounded-sm text-link underline">Choose what they show</summary>
            <form action={saveSharedAction} className="mt-3 flex flex-col items-start gap-4">
              {set.groups.map(({ name, label }) => (
                <Group
                  key={name}
                  label={label}
                  properties={set.all.filter(({ group }) => group === name)}
                  {...{ shared }}
                />
              ))}
              <Button type="submit">Save what public URLs show</Button>
            </form>
          </details>
        ) : (
          <p className="text-sm text-ink-3">An admin of the portal may change this.</p>
        )}
      </div>
    </Card>
  );
}

type GroupProps = { label: string; properties: PropertySet["all"]; shared: readonly string[] };

function Group({ label, properties, shared }: GroupProps) {
  const offered = properties.filter(({ archived }) => !archived);
  if (offered.length === 0) return null;
  return (
    <fieldset className="w-full">
      <legend className="mb-1 text-sm font-semibold text-ink-2">{label}</legend>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {offered.map((property) => (
          <Checkbox
            key={property.name}
            name="shared"
            value={property.name}
            defaultChecked={shared.includes(property.name)}
            label={property.label}
          />
        ))}
      </div>
    </fieldset>
  );
}
