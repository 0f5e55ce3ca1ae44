import { expect, test } from "vitest";
import { tell } from "#lib/registration/as-of.ts";
import { beforeAnything, type Then } from "#lib/registration/then.ts";
import type { PastEvent } from "#lib/registration/past-event.ts";

const at = Date.parse("2014-05-06T12:00:00Z");
let number = 0;

function told(...events: Partial<PastEvent>[]): Then {
  const then = beforeAnything({
    portalId: 7,
    zone: "UTC",
    vendorOf: (version) => (version === 2 ? "Zendesk" : "HubSpot"),
  });
  for (const event of events) {
    number += 1;
    tell(then, {
      number,
      at,
      kind: "",
      portalId: 7,
      contactId: null,
      key: "acme.com",
      before: null,
      after: null,
      ...event,
    });
  }
  return then;
}

const registered = (contactId: number, after = {}): Partial<PastEvent> => ({
  kind: "decided",
  contactId,
  after: { outcome: "registered", expires: "2015-05-06", ...after },
});
const unavailable = { kind: "decided", contactId: 1, after: { outcome: "pursued" } };

test("old lines, which name neither contacts nor a day, mean everybody who was attached", () => {
  const lapsed = { kind: "expired", before: { expires: "2015-05-06" } };
  const { contacts } = told(registered(1), registered(2), lapsed);
  for (const id of [1, 2])
    expect(contacts.get(id)).toMatchObject({ status: "", lapsedOn: "2015-05-06", madeBy: number });
  expect(told(registered(1)).contacts.get(1)?.message).toBe(
    "Contact Registered: This Contact was registered with HubSpot on 2014-05-06",
  );
  expect(told(unavailable, { kind: "pursuit-ended", portalId: null }).contacts.get(1)).toMatchObject({ status: "" });
});

test("a message names the vendor of the policy that decided, on the registry's day of the decision", () => {
  expect(told(registered(1, { policy: 2, on: "2014-05-05" })).contacts.get(1)?.message).toBe(
    "Contact Registered: This Contact was registered with Zendesk on 2014-05-05",
  );
});

test("a renewal moves the last day of everybody who is attached, and of nobody else", () => {
  const later = { outcome: "re-registered", expires: "2016-05-06" };
  const elsewhere = { ...registered(3), key: "elsewhere.com" };
  const { contacts } = told(registered(1), elsewhere, registered(2, later));
  expect([1, 2, 3].map((id) => contacts.get(id)?.expires)).toEqual(["2016-05-06", "2016-05-06", "2015-05-06"]);
});

test("what happens to other portals is nobody's business here", () => {
  const others = { portalId: 8, contactId: 9 };
  const { contacts } = told(
    unavailable,
    { ...registered(9), ...others },
    { kind: "requested", ...others, after: { kind: "manual" } },
    { kind: "released", portalId: 8, after: { contacts: [1, 9] } },
  );
  expect([...contacts.keys()]).toEqual([1]);
  expect(contacts.get(1)).toMatchObject({ status: "UNAVAILABLE" });
});

test("a decision that stands again, and a domain that is read otherwise", () => {
  const undone = { kind: "stands-again", contactId: 1, key: "", after: { receipt: 1 } };
  expect(told(undone).contacts.get(1)).toMatchObject({
    status: "INVALID_DATA",
    message: "Invalid Contact Data: This Contact has invalid Contact data",
  });
  const { contacts } = told(registered(1), { kind: "rekeyed", contactId: 1, after: { key: "acme.co" } });
  expect(contacts.get(1)).toMatchObject({ status: "REGISTERED", key: "acme.co", expires: "2015-05-06" });
});
