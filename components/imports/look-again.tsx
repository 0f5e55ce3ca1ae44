/** For a page that does not look by itself: a plain link that loads it anew. */
export function LookAgain({ id }: { id: number }) {
  return (
    <a href={`/imports/${id}`} className="inline-flex min-h-(--target) items-center text-link underline">
      Look again
    </a>
  );
}
