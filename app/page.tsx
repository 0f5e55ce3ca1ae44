import { redirect } from "next/navigation";
import { homeOf } from "#components/frame/places.ts";
import { requireMember } from "#lib/portals/queries.ts";

export default async function StartPage() {
  redirect(homeOf((await requireMember()).role).href);
}
