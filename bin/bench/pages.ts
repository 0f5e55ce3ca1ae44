import type { Served, Stage } from "./act.ts";
import { type Client, fromOurPages } from "./http.ts";
import { type Ask, inTurns, perSecond } from "./measure.ts";
import { besideBare, type Line, whole } from "./report.ts";

const mostTimes = 1.5;
const requests = 1_000;

type Pair = { what: string; ours: (by: Client) => Ask; beside: (by: Client) => Ask; bar?: number };

/** JSON over HTTP, signed in, beside bare route handlers of the same build that do the same query without a login. */
export async function pageLines({ client }: Served, stage: Stage): Promise<Line[]> {
  const [one, eight] = [client(stage.cookie), client(stage.cookie, 8)];
  const lines: Line[] = [];
  for (const { what, ours, beside, bar } of pairsOf(stage)) {
    const times = await inTurns(requests, { ours: ours(one), beside: beside(one) });
    const [together, bare] = [await perSecond(requests, ours(eight)), await perSecond(requests, beside(eight))];
    lines.push({ ...besideBare(what, times, bar), clients: `${whole(together)} (${whole(bare)})` });
  }
  return lines;
}

function pairsOf(stage: Stage): Pair[] {
  const { portalId, lists, middleId, oneEmail, someIds } = stage;
  const of = `portal=${portalId}`;
  const [id = 0] = someIds;
  const read = (what: string, ours: string, beside: string, bar: number = mostTimes): Pair => ({
    what,
    ours: get(ours),
    beside: get(beside),
    bar,
  });
  return [
    read("contacts, first page of 100", "/api/contacts", `/api/bare/contacts?${of}`),
    read(
      "contacts, a page in the middle",
      `/api/contacts?from=n~${middleId}~`,
      `/api/bare/contacts?${of}&after=${middleId}`,
    ),
    read("contacts, those registered", "/api/contacts?list=registered", `/api/bare/contacts?${of}&status=REGISTERED`),
    read(
      "contacts, search for “bakery”, which one in thirteen has",
      "/api/contacts?q=bakery",
      `/api/bare/contacts?${of}&q=bakery&many`,
    ),
    read("contacts, search for one e-mail", `/api/contacts?q=${oneEmail}`, `/api/bare/contacts?${of}&q=${oneEmail}`),
    ...(lists === 0
      ? []
      : [
          read(
            "contacts, one value of an own property",
            "/api/contacts?f=seats:is:7",
            `/api/bare/contacts?${of}&seats=7`,
          ),
        ]),
    read("lists with their sizes", "/api/lists", `/api/bare/lists?${of}`),
    read("one record", `/api/contacts/${id}`, `/api/bare/contacts/${id}?${of}`),
    {
      what: "one save with history, durable",
      ours: saveOf("", someIds),
      beside: saveOf(`?${of}`, someIds),
      bar: mostTimes,
    },
  ];
}

function get(path: string): (by: Client) => Ask {
  return ({ ask }) =>
    () =>
      ask({ path });
}

let saves = 0;

/** Another value each time, and another contact: saving what is there already would write nothing. */
function saveOf(query: string, ids: readonly number[]): (by: Client) => Ask {
  const room = query === "" ? "/api/contacts" : "/api/bare/contacts";
  return ({ ask, origin }) => {
    const headers = { ...fromOurPages(origin), "content-type": "application/json" };
    return () => {
      saves += 1;
      const body = JSON.stringify({ properties: { jobtitle: `Title ${saves}` } });
      return ask({ method: "PATCH", path: `${room}/${ids[saves % ids.length]}${query}`, headers, body });
    };
  };
}
