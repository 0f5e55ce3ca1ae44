import { notFound, redirect } from "next/navigation";
import { readDomain } from "#lib/sales/domain.ts";

/** The domain that an address names; another spelling of it leads to the one address that it has under `room`. */
export function domainInAddress(room: "/domains" | "/registration", spelled: string) {
  const domain = URL.canParse(`http://${spelled}`) ? readDomain(decodeURIComponent(spelled)) : undefined;
  if (!domain?.ok) notFound();
  return domain.key === spelled ? domain : redirect(`${room}/${domain.key}`);
}
