import Link from "next/link";
import type { ReactNode } from "react";

/** Where this page belongs, and its name. */
export function PageHead({
  above,
  title,
  children,
}: {
  above: { href: string; name: string };
  title: string;
  children?: ReactNode;
}) {
  return (
    <header>
      <Link href={above.href} className="inline-flex min-h-(--target) items-center text-link hover:underline">
        {above.name}
      </Link>
      <h1 className="text-2xl">
        <bdi>{title}</bdi>
      </h1>
      {children}
    </header>
  );
}
