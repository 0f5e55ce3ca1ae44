import { Empty } from "#components/ui/empty.tsx";

/** A form that nobody has sent, or that brought nothing odd. */
export function NothingSent({ state }: { state: "accepted" | "held" }) {
  if (state === "held")
    return (
      <Empty title="Nothing is held back">
        What looks like spam waits here until you accept or discard it. Nothing is thrown away unseen.
      </Empty>
    );
  return (
    <Empty title="Nothing sent yet">
      Each submission is listed here with the contact that it made or filled. Under Share you find the address of the
      form.
    </Empty>
  );
}
