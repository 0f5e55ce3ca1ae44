import Link from "next/link";
import { MoveButtons } from "#components/properties/move-buttons.tsx";
import { Star, type Stars } from "#components/properties/star.tsx";
import { Card } from "#components/ui/card.tsx";
import { Hint } from "#components/ui/hint.tsx";
import { typeLabel } from "#lib/properties/property-form.ts";
import type { Property, PropertyGroup } from "#lib/properties/registry.ts";

type Props = {
  groups: readonly PropertyGroup[];
  /** Those that are shown, in the portal's order. */
  properties: readonly Property[];
  stars: Stars;
  mayChange: boolean;
  /** Among those that a search found, nothing is beside what it was. */
  mayMove: boolean;
};

/** All Properties of the seed's page 1d, by group in the portal's own order. */
export function AllProperties({ groups, properties, ...rest }: Props) {
  const shown = groups
    .map((group) => ({ group, within: properties.filter((property) => property.group === group.name) }))
    .filter(({ within }) => within.length > 0);
  return shown.map(({ group, within }, at) => (
    <div key={group.name} id={`group-${group.name}`}>
      <Card
        title={group.label}
        actions={
          rest.mayMove && (
            <MoveButtons
              what="group"
              name={group.name}
              label={`the group ${group.label}`}
              isFirst={at === 0}
              isLast={at === shown.length - 1}
            />
          )
        }
      >
        <ul>
          {within.map((property, place) => (
            <Line
              key={property.name}
              property={property}
              isFirst={place === 0}
              isLast={place === within.length - 1}
              {...rest}
            />
          ))}
        </ul>
      </Card>
    </div>
  ));
}

type LineProps = Omit<Props, "groups" | "properties"> & { property: Property; isFirst: boolean; isLast: boolean };

function Line({ property, stars, mayChange, mayMove, isFirst, isLast }: LineProps) {
  const { name, label, hint } = property;
  return (
    <li
      id={`property-${name}`}
      className="flex flex-wrap items-center gap-x-1 border-b border-line py-1 last:border-b-0"
    >
      <span className="min-w-0 flex-1 basis-40 break-words">
        <Name property={property} mayChange={mayChange} />{" "}
        <span className="text-sm text-ink-3">{typeLabel(property)}</span>
      </span>
      {hint === "" ? null : <Hint about={label}>{hint}</Hint>}
      <Star property={property} stars={stars} />
      {mayMove && <MoveButtons what="property" name={name} label={label} isFirst={isFirst} isLast={isLast} />}
    </li>
  );
}

function Name({ property: { label, ownId }, mayChange }: { property: Property; mayChange: boolean }) {
  if (ownId === undefined || !mayChange) return <bdi>{label}</bdi>;
  return (
    <Link
      href={`/settings/properties/${ownId}`}
      prefetch={false}
      className="inline-flex min-h-(--target) items-center name"
    >
      <bdi>{label}</bdi>
    </Link>
  );
}
