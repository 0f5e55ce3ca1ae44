import { Star as StarSign } from "lucide-react";
import { iconButtonLook } from "#components/ui/icon-button.ts";
import { starPropertyAction } from "#lib/properties/actions.ts";

const starForm = "star-form";

/** Which properties the portal has starred, and whether who looks may change that. */
export type Stars = { names: readonly string[]; mayStar: boolean };

/** One form for all the stars of a page: they stand inside other forms, and send nothing of those. */
export function StarForm() {
  return <form id={starForm} action={starPropertyAction} hidden />;
}

/** The ★ of the seed's page 2: pressed for those that stand under Starred. */
export function Star({ property, stars }: { property: { name: string; label: string }; stars: Stars }) {
  const { name, label } = property;
  const starred = stars.names.includes(name);
  const sign = <StarSign aria-hidden="true" className="size-4" fill={starred ? "currentColor" : "none"} />;
  if (!stars.mayStar)
    return starred ? (
      <span className="inline-grid size-(--target) place-items-center text-ink-3">
        {sign}
        <span className="sr-only">{label} is starred</span>
      </span>
    ) : null;
  return (
    <button
      type="submit"
      form={starForm}
      name={starred ? "unstar" : "star"}
      value={name}
      aria-label={`Star ${label}`}
      aria-pressed={starred}
      className={iconButtonLook}
    >
      {sign}
    </button>
  );
}
