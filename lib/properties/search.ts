import type { Property } from "#lib/properties/registry.ts";

/** The properties that have every word in their label or in what `told` says beside it; all of them without words. */
export function propertiesFound(
  properties: readonly Property[],
  search: string,
  told: (property: Property) => string,
): Property[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return properties.filter((property) => {
    const text = `${property.label}\n${told(property)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
