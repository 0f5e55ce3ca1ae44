import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** Of the size of a usual result, so that nothing jumps; `done` is the same page, sent only when it is done. */
export function DryRunSkeleton({ done }: { done: string }) {
  return (
    <div className="flex flex-col gap-6">
      <Card title={<output>Looking at every contact …</output>}>
        <div className="flex flex-col gap-2">
          <Skeleton className="h-6 w-48" />
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-6 w-44" />
          <Skeleton className="mt-4 min-h-40 w-full max-w-prose" />
        </div>
      </Card>
      <Skeleton className="min-h-10 w-full max-w-prose" />
      <Skeleton className="min-h-(--control-height) w-80 max-w-full" />
      <noscript>
        <a href={done} className="text-link underline">
          Show it when it is done
        </a>
      </noscript>
    </div>
  );
}
