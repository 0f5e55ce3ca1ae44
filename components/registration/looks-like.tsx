import { TriangleAlert } from "lucide-react";
import { lookAlikeInWords } from "#lib/registration/look-alike.ts";

/** The warning that a domain can be mistaken for another one; nothing where it cannot. */
export function LooksLike({ alike }: { alike: string | null }) {
  if (alike === null) return null;
  return (
    <p className="flex gap-2 rounded-md bg-expiring-bg px-3 py-2 text-sm text-expiring">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        <span className="font-semibold">Looks like another domain.</span> <bdi>{lookAlikeInWords(alike)}</bdi>
      </span>
    </p>
  );
}
