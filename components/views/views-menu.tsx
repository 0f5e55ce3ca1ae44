import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { AddressField } from "#components/contacts/shown-address.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Drop } from "#components/ui/drop.tsx";
import { Field } from "#components/ui/field.tsx";
import { keepInViewAction, saveViewAction } from "#lib/views/actions.ts";
import { pathOfView, type View } from "#lib/views/view.ts";

type Props = {
  views: readonly View[];
  /** The view that was opened, whether the table is as it keeps it, and whether it may be changed. */
  opened: { view: View; isChanged: boolean; mayChange: boolean } | null;
};

const mostShown = 30;

/** The saved views: to open one, to keep the table as a new one, or to keep it in the one that was opened. */
export function ViewsMenu({ views, opened }: Props) {
  const name = opened === null ? "All contacts" : opened.view.name;
  const isChanged = opened?.isChanged === true;
  return (
    <Drop
      variant="secondary"
      name={`View: ${name}${isChanged ? " changed" : ""}`}
      label={
        <>
          <bdi className="max-w-48 truncate">{name}</bdi>
          {isChanged ? <span className="font-normal text-ink-3">changed</span> : null}
          <ChevronDown aria-hidden="true" className="size-4" />
        </>
      }
    >
      <div className="flex w-80 max-w-full flex-col divide-y divide-line">
        <nav aria-label="Views" className="flex flex-col p-1">
          <ViewLink href="/contacts?view=0" name="All contacts" isOpen={opened === null} about="" />
          {views.slice(0, mostShown).map((view) => (
            <ViewLink
              key={view.id}
              href={pathOfView(view)}
              name={view.name}
              isOpen={view.id === opened?.view.id}
              about={aboutView(view)}
            />
          ))}
          <Link href="/contacts/views" prefetch={false} className={`${line} text-link`}>
            Manage views
          </Link>
        </nav>
        {opened?.mayChange === true && isChanged ? <KeepForm view={opened.view} /> : null}
        <SaveForm />
      </div>
    </Drop>
  );
}

const line =
  "flex min-h-8 flex-wrap items-center gap-x-2 rounded-sm px-3 -outline-offset-2 hover:bg-sunken aria-[current=page]:bg-selection aria-[current=page]:font-semibold pointer-coarse:min-h-11";

type Linked = { href: string; name: string; isOpen: boolean; about: string };

function ViewLink({ href, name, isOpen, about }: Linked) {
  return (
    <Link href={href} prefetch={false} className={line} {...(isOpen && { "aria-current": "page" as const })}>
      <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
      {about === "" ? null : <span className="text-sm font-normal text-ink-3">{about}</span>}
    </Link>
  );
}

/** "shared by Priya Raman, opens first" */
function aboutView({ shared, own, who, opens }: View): string {
  const parts = [shared ? `shared${own ? "" : ` by ${who}`}` : "", opens ? "opens first" : ""];
  return parts.filter(Boolean).join(", ");
}

function KeepForm({ view: { id, name } }: { view: View }) {
  return (
    <form action={keepInViewAction} className="p-4">
      <input type="hidden" name="id" value={id} />
      <AddressField />
      <Button type="submit" variant="primary">
        <span className="max-w-64 truncate">
          Save changes to “<bdi>{name}</bdi>”
        </span>
      </Button>
    </form>
  );
}

function SaveForm() {
  return (
    <form action={saveViewAction} className="flex flex-col gap-3 p-4">
      <AddressField />
      <Field label="Name of a new view" name="name" maxLength={100} required />
      <Checkbox name="shared" value="1" label="Everybody in the portal sees it" />
      <Button type="submit" className="self-start">
        Save as a view
      </Button>
    </form>
  );
}
