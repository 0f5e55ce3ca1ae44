import { asc, eq, sql } from "drizzle-orm";
import { type Db, preparedOnce } from "#db/client.ts";
import { property, propertyOrder } from "#db/schema/properties.ts";
import {
  type Arrangement,
  arrangedAtFirst,
  type PropertySet,
  propertySet,
  standardSet,
} from "#lib/properties/property-set.ts";
import { type Property, standardProperty } from "#lib/properties/registry.ts";

/** Every property of the portal, in its own order. */
export async function propertiesOf(from: Db, portalId: number): Promise<PropertySet> {
  const [own, arranged] = await Promise.all([ownProperties(from, portalId), arrangementOf(from, portalId)]);
  return own.length === 0 && arranged === arrangedAtFirst ? standardSet : propertySet(own, arranged);
}

/** The portal's properties, read only where one that is not a standard one is named. */
export async function propertiesFor(from: Db, portalId: number, names: readonly string[]): Promise<PropertySet> {
  return names.every((name) => standardProperty(name) !== undefined) ? standardSet : propertiesOf(from, portalId);
}

/** The portal's own properties, archived ones among them, as they were made. */
export async function ownProperties(from: Db, portalId: number): Promise<Property[]> {
  const rows = await ownOfPortal(from).execute({ portalId });
  return rows.map(({ id, options, archived, ...row }) => ({
    ...row,
    ownId: id,
    ...(row.type === "choice" || row.type === "choices" ? { options } : {}),
    ...(archived ? { archived } : {}),
  }));
}

export async function arrangementOf(from: Db, portalId: number): Promise<Arrangement> {
  const [row] = await arrangementOfPortal(from).execute({ portalId });
  return row ?? arrangedAtFirst;
}

const ownOfPortal = preparedOnce((on) =>
  on
    .select({
      id: property.id,
      name: property.name,
      label: property.label,
      group: property.group,
      type: property.type,
      hint: property.hint,
      options: property.options,
      least: property.least,
      most: property.most,
      archived: property.archived,
    })
    .from(property)
    .where(eq(property.portalId, sql.placeholder("portalId")))
    .orderBy(asc(property.id)),
);

const arrangementOfPortal = preparedOnce((on) =>
  on
    .select({
      groups: propertyOrder.groups,
      properties: propertyOrder.properties,
      starred: propertyOrder.starred,
    })
    .from(propertyOrder)
    .where(eq(propertyOrder.portalId, sql.placeholder("portalId"))),
);
