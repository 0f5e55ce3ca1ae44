import { brightfoldId, quaysideId, sandpitId } from "#lib/demo/portals.ts";
import type { Role } from "#lib/portals/actor.ts";

/** Known to everyone who reads this: there is a demo or there is real data, never both. */
export const demoPassword = "dibs-on-that";

/** `portals` in the order of the switch; "vendor" is the portal of the sales database. */
export type DemoPerson = {
  name: string;
  email: string;
  what: string;
  portals: readonly { portal: number | "vendor"; role: Role }[];
};

// Nobody gets mail under .example (RFC 2606).
export const demoPeople: readonly DemoPerson[] = [
  {
    name: "Priya Raman",
    email: "priya@brightfold.example",
    what: "partner of Brightfold Marketing (Hub ID 152363), 3,631 of 3,638 contacts invalid",
    portals: [{ portal: brightfoldId, role: "partner" }],
  },
  {
    name: "Amelia Stone",
    email: "amelia@brightfold.example",
    what: "admin of Brightfold Marketing",
    portals: [{ portal: brightfoldId, role: "admin" }],
  },
  {
    name: "Bram de Wit",
    email: "bram@quayside.example",
    what: "partner of Quayside Growth (Hub ID 214907), 178 registered, sync paused",
    portals: [{ portal: quaysideId, role: "partner" }],
  },
  {
    name: "Beatriz Lobo",
    email: "beatriz@quayside.example",
    what: "admin of Quayside Growth",
    portals: [{ portal: quaysideId, role: "admin" }],
  },
  {
    name: "Carla Finch",
    email: "carla@sandpit.example",
    what: "admin of Sandpit Studio (Hub ID 260118), empty, to try things in",
    portals: [{ portal: sandpitId, role: "admin" }],
  },
  {
    name: "Sasha Novak",
    email: "sasha@brightfold.example",
    what: "partner of two portals, Brightfold Marketing and Sandpit Studio",
    portals: [
      { portal: brightfoldId, role: "partner" },
      { portal: sandpitId, role: "partner" },
    ],
  },
  {
    name: "Chidi Okafor",
    email: "chidi@vendor.example",
    what: "channel manager of the vendor, keeps the sales database",
    portals: [{ portal: "vendor", role: "channel-manager" }],
  },
];

export type SignIn = { email: string; password: string; what: string };

export const demoSignIns: readonly SignIn[] = demoPeople.map(({ email, what }) => ({
  email,
  password: demoPassword,
  what,
}));
