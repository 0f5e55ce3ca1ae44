/** The id of a hosted page from an address; '' for anything that cannot be one. */
export function readPublicId(spelled: unknown): string {
  return typeof spelled === "string" && /^[\w-]{22}$/.test(spelled) ? spelled : "";
}

/** Where a form is shown; `embed` is for a frame on somebody's website. */
export function hostedPath(publicId: string, { embed }: { embed: boolean }): string {
  return `/f/${publicId}${embed ? "?embed=1" : ""}`;
}

export function thanksPath(publicId: string, { embed }: { embed: boolean }): string {
  return `/f/${publicId}?sent=1${embed ? "&embed=1" : ""}`;
}
