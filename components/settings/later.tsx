import type { ReactNode } from "react";
import { Empty } from "#components/ui/empty.tsx";

/** A page whose time has not come: what will be there, and where the same is done until then. */
export function Later({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">{title}</h1>
      <Empty title="Not here yet" action={action}>
        {children}
      </Empty>
    </div>
  );
}
