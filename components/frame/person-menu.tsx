import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { Drop } from "#components/ui/drop.tsx";

/** Where a small form of the frame is posted to: a path, or a server action. */
export type Target = string | ((form: FormData) => void | Promise<void>);

export type Portal = { name: string; hubId: number };
type Theme = "system" | "light" | "dark";
type Density = "comfortable" | "default" | "compact";

export type PersonMenuProps = {
  person: { name: string; email: string };
  portal: Portal;
  portals: readonly Portal[];
  theme: Theme;
  density: Density;
  targets: { preferences: Target; portal: Target; signOut: Target };
};

const themes: { value: Theme; name: string }[] = [
  { value: "system", name: "System" },
  { value: "light", name: "Light" },
  { value: "dark", name: "Dark" },
];
const densities: { value: Density; name: string }[] = [
  { value: "comfortable", name: "Comfortable" },
  { value: "default", name: "Default" },
  { value: "compact", name: "Compact" },
];

/** Everything in it is a form that posts, so that the server renders the next page right the first time. */
export function PersonMenu({ person, portal, portals, theme, density, targets }: PersonMenuProps) {
  return (
    <Drop
      align="end"
      className="grid size-9 shrink-0 place-items-center rounded-full border border-control bg-surface text-sm font-semibold text-ink-2 hover:bg-sunken pointer-coarse:size-11"
      label={
        <>
          <span aria-hidden="true">{initials(person.name)}</span>
          <span className="sr-only">
            Account of <bdi>{person.name}</bdi>
          </span>
        </>
      }
    >
      <div className="flex w-72 max-w-full flex-col divide-y divide-line">
        <p className="px-4 py-3">
          <bdi className="block font-semibold">{person.name}</bdi>
          <bdi className="block text-sm text-ink-3">{person.email}</bdi>
        </p>
        <Post to={targets.preferences}>
          <Choice legend="Theme" name="theme" chosen={theme} options={themes} />
          <Choice legend="Density" name="density" chosen={density} options={densities} />
        </Post>
        {portals.length > 1 && (
          <Post to={targets.portal}>
            <PortalChoice current={portal} portals={portals} />
          </Post>
        )}
        <Post to={targets.signOut}>
          <button type="submit" className={line}>
            <LogOut aria-hidden="true" className="size-4 text-ink-3" />
            Sign out
          </button>
        </Post>
      </div>
    </Drop>
  );
}

const line =
  "-mx-2 flex min-h-8 items-center gap-2 rounded-sm px-2 text-left hover:bg-sunken aria-[current=true]:font-semibold pointer-coarse:min-h-11";

function Post({ to, children }: { to: Target; children: ReactNode }) {
  const where = typeof to === "string" ? { action: to, method: "post" } : { action: to };
  return (
    <form {...where} className="flex flex-col gap-3 px-4 py-3">
      {children}
    </form>
  );
}

function Choice({
  legend,
  name,
  chosen,
  options,
}: {
  legend: string;
  name: string;
  chosen: string;
  options: readonly { value: string; name: string }[];
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-semibold text-ink-3">{legend}</legend>
      <div className="flex overflow-clip rounded-md border border-control">
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            aria-pressed={option.value === chosen}
            className="min-h-7 grow border-control px-2 text-sm -outline-offset-2 not-first:border-l hover:bg-sunken aria-pressed:bg-selection aria-pressed:font-semibold pointer-coarse:min-h-11"
          >
            {option.name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function PortalChoice({ current, portals }: { current: Portal; portals: readonly Portal[] }) {
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-xs font-semibold text-ink-3">Portal</legend>
      {portals.map(({ name, hubId }) => (
        <button
          key={hubId}
          type="submit"
          name="portalId"
          value={hubId}
          aria-current={hubId === current.hubId}
          className={line}
        >
          <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
          <span className="text-sm text-ink-3">{hubId}</span>
        </button>
      ))}
    </fieldset>
  );
}

function initials(name: string) {
  return name
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
}
