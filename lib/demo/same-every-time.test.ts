import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { brightfoldId, promisedSizes } from "#lib/demo/portals.ts";
import { demoStory } from "#lib/demo/story.ts";

const noon = Date.parse("2014-05-06T12:00:00Z");

describe("the demo is the same every time", () => {
  test("told twice on one clock, to the letter", () => {
    expect(hashOf(demoStory(noon))).toBe(hashOf(demoStory(noon)));
  });

  test.each(["2014-05-06T00:10:00Z", "2024-02-29T23:50:00Z", "2031-01-01T12:00:00Z"])(
    "with the same people at %s",
    (clock) => {
      const told = demoStory(Date.parse(clock));
      expect(hashOf(told)).not.toBe(hashOf(demoStory(noon)));
      expect(namesOf(told)).toBe(namesOf(demoStory(noon)));
    },
  );

  test.each(["2014-05-06T00:10:00Z", "2024-02-29T23:50:00Z", "2031-01-01T12:00:00Z"])(
    "and over before %s begins",
    (clock) => {
      const instants = demoStory(Date.parse(clock)).map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted((one, other) => one - other));
      expect(Math.max(...instants)).toBeLessThan(Date.parse(clock));
    },
  );
});

test.each(promisedSizes)("as many people come to portal $hubId as are promised, none twice", ({ hubId, contacts }) => {
  const arrived = peopleOf(hubId);
  expect(arrived).toHaveLength(contacts);
  const emails = arrived.flatMap(({ email }) => email ?? []);
  expect(new Set(emails).size).toBe(emails.length);
});

test("nobody else is called Jillian", () => {
  const jillians = peopleOf(brightfoldId).filter((values) => /jillian/i.test(JSON.stringify(values)));
  expect(jillians).toHaveLength(3);
});

function peopleOf(portalId: number) {
  return demoStory(noon).flatMap((each) => (each.is === "arrival" && each.portalId === portalId ? each.contacts : []));
}

/** Names and e-mails, portal by portal: on another clock two portals may take turns differently. */
function namesOf(story: ReturnType<typeof demoStory>): string {
  const spelled = story.flatMap((each) =>
    each.is === "arrival"
      ? each.contacts.map(({ firstname, lastname, email }) => [each.portalId, firstname, lastname, email])
      : [],
  );
  return hashOf(spelled.map((each) => each.join(" ")).toSorted((one, other) => (one < other ? -1 : 1)));
}

function hashOf(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex");
}
