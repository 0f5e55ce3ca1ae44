/** An id from a URL; 0, which no contact has, for anything that is not one. */
export function readId(spelled: string | string[] | undefined): number {
  return typeof spelled === "string" && /^[1-9]\d{0,15}$/.test(spelled) ? Number(spelled) : 0;
}
