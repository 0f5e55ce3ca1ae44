import Link from "next/link";
import { type FormView, formViews } from "#lib/forms/view.ts";
import { figure } from "#lib/words.ts";

/** The ways to the parts of a form's page: links, so that each has its address. */
export function FormViews({ id, view, held }: { id: number; view: FormView; held: number }) {
  return (
    <nav aria-label="Form" className="border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {formViews.map((each) => (
          <li key={each.view}>
            <Link
              href={`/forms/${id}?view=${each.view}`}
              prefetch={false}
              {...(each.view === view && { "aria-current": "page" })}
              className="-mb-px flex min-h-9 items-center border-b-2 border-transparent px-3 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {each.label}
              {each.view === "held" && held > 0 ? `, ${figure(held)}` : ""}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
