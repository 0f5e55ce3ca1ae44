/** The header under which a website signs a conversion. */
export const signatureHeader = "x-dibs-signature";

const spelling = /^sha256=([0-9a-f]{64})$/i;

/** The signature in the header, as hexadecimal digits; `undefined` for anything that is not one. */
export function readSignature(header: string | null): string | undefined {
  return spelling.exec(header?.trim() ?? "")?.[1];
}

/** What a website signs its conversions with: of the program's secret and this, every portal gets its own. */
export function conversionsOfPortal(portalId: number): string {
  return `conversions:${portalId}`;
}
