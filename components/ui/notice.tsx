import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

const tones = {
  info: { icon: Info, look: "bg-pending-bg text-pending" },
  success: { icon: CircleCheck, look: "bg-registered-bg text-registered" },
  warning: { icon: TriangleAlert, look: "bg-expiring-bg text-expiring" },
  danger: { icon: CircleAlert, look: "bg-danger-bg text-danger" },
};

/** What happened, said once. A failure interrupts a screen reader, anything else waits its turn. */
export function Notice({
  tone = "info",
  title,
  children,
  action,
}: {
  tone?: keyof typeof tones;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const { icon: Icon, look } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={classes(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border border-current/25 px-4 py-3",
        look,
      )}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{title}</p>
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
