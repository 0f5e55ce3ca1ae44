import { z } from "zod";
import { Notice } from "#components/ui/notice.tsx";
import { count, figure } from "#lib/words.ts";

const Many = z.coerce.number().int().nonnegative();

/** What a dry run found, as the address carries it. */
export const DryRun = z.object({
  file: z.string().max(300),
  rows: Many,
  requested: Many,
  alreadyPursued: Many,
  duplicates: Many,
  held: Many,
  unreadable: Many,
});
export type DryRun = z.infer<typeof DryRun>;

export function AccountsDryRun({ run }: { run: DryRun }) {
  const parts = [
    `${count(run.requested, "pursuit")} would be requested`,
    run.held === 0 ? "" : `${figure(run.held)} refused, since a partner holds the domain`,
    run.alreadyPursued === 0 ? "" : `${figure(run.alreadyPursued)} are pursued already`,
    run.unreadable === 0 ? "" : `${figure(run.unreadable)} cannot be read`,
    run.duplicates === 0 ? "" : `${figure(run.duplicates)} stand in it twice`,
  ];
  return (
    <Notice title={`${run.file}: ${count(run.rows, "row")}. Nothing was changed.`}>
      {parts.filter(Boolean).join("; ")}. To load it, choose the file once more and say why.
    </Notice>
  );
}
