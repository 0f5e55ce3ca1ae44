import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { archivePropertyAction } from "#lib/properties/actions.ts";
import { typeLabel } from "#lib/properties/property-form.ts";
import type { Property } from "#lib/properties/registry.ts";

type Props = { properties: readonly Property[]; mayChange: boolean };

/** What is no longer offered, and the way back. */
export function ArchivedProperties({ properties, mayChange }: Props) {
  if (properties.length === 0) return null;
  return (
    <Card title="Archived">
      <p className="mb-2 text-sm text-ink-3">No longer filled. The values that contacts have are kept.</p>
      <ul>
        {properties.map((property) => (
          <li
            key={property.name}
            id={`property-${property.name}`}
            className="flex flex-wrap items-center gap-2 border-b border-line py-1 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-40 break-words">
              <bdi>{property.label}</bdi> <span className="text-sm text-ink-3">{typeLabel(property)}</span>
            </span>
            {mayChange && <PutBack property={property} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PutBack({ property: { ownId, label } }: { property: Property }) {
  return (
    <form action={archivePropertyAction}>
      <input type="hidden" name="id" value={ownId} />
      <Button type="submit" name="archived" value="0" size="small">
        Put back<span className="sr-only"> {label}</span>
      </Button>
    </form>
  );
}
