import { describe, expect, test } from "vitest";
import { doneTo, type Draft, draftOf, readDesign, readDoing, readDraft } from "#lib/forms/draft.ts";
import { askable, askedFields, newDesign } from "#lib/forms/form.ts";
import { standardSet } from "#lib/properties/property-set.ts";

const known = { properties: askable(standardSet), lists: [{ id: 7 }] };
const complete: Draft = { ...draftOf(newDesign), name: "Contact us" };
const design = (changed: Partial<Draft>) => readDesign({ ...complete, ...changed }, known);

test("a design comes back from its form as it went in", () => {
  const fields = [
    { property: "company", label: "Your company", required: true },
    { property: "email", label: "", required: true },
  ];
  const draft = { ...complete, fields, listId: "7", lifecycleStage: "lead", fill: "empty" as const };
  const sent = new Map<string, string>([
    ["name", draft.name],
    ["button", draft.button],
    ["thanks", draft.thanks],
    ["fields", "company email company"],
    ["label@company", " Your company "],
    ["required@company", "1"],
    ["required@email", "1"],
    ["fill", "empty"],
    ["lifecycleStage", "lead"],
    ["listId", "7"],
    ["origins", "www.acme.com\n\nhttp://localhost:8080/contact"],
  ]);
  const read = readDraft({ get: (name) => sent.get(name) ?? null });
  expect(read).toEqual({ ...draft, origins: "www.acme.com\n\nhttp://localhost:8080/contact" });
  expect(readDesign(read, known)).toMatchObject({
    ok: true,
    value: { fields, listId: 7, origins: ["https://www.acme.com", "http://localhost:8080"] },
  });
});

describe("what cannot be used is told beside its field", () => {
  test.each<[keyof Draft, string]>([
    ["name", ""],
    ["name", "x".repeat(201)],
    ["button", ""],
    ["thanks", ""],
    ["redirect", "http://www.acme.com"],
    ["redirect", "javascript:alert(1)"],
    ["redirect", "https://user@www.acme.com"],
    ["redirect", "/contacts"],
    ["listId", "8"],
    ["origins", "https://www.acme.com; script-src *"],
    ["origins", "javascript:alert(1)"],
    ["origins", "ftp://acme.com"],
    ["origins", "https://*"],
    ["origins", "'self'"],
  ])("%s: %s", (part, typed) => {
    const read = design({ [part]: typed });
    expect(read.ok ? [] : Object.keys(read.no)).toEqual([part]);
  });

  test("but thanks are not needed where an address says them", () => {
    expect(design({ thanks: "", redirect: "https://www.acme.com/thanks" }).ok).toBe(true);
  });
});

test("the e-mail is always asked for, and always needed", () => {
  const without = design({ fields: [{ property: "company", label: "", required: false }] });
  expect(without.ok && without.value.fields[0]).toEqual({ property: "email", label: "", required: true });
  const asked = askedFields([{ property: "email", label: "", required: false }], standardSet);
  expect(asked).toMatchObject([{ label: "Email", required: true }]);
});

test("what Dibs writes, and what the portal keeps to itself, is not asked of visitors", () => {
  const names = askable(standardSet).map(({ name }) => name);
  for (const name of [
    "registration_action",
    "registration_status",
    "conversion_events",
    "owner",
    "email_opt_out",
    "lifecyclestage",
  ]) {
    expect(names).not.toContain(name);
    const asked = design({ fields: [{ property: name, label: "", required: true }] });
    expect(asked.ok && asked.value.fields.map(({ property }) => property)).toEqual(["email"]);
  }
});

function order(pressed: string, chosen = ""): string[] {
  return doneTo(newDesign.fields, readDoing(pressed, chosen)).map(({ property }) => property);
}

test("fields are added, moved and taken away", () => {
  expect(order("add", "city")).toEqual(["email", "firstname", "lastname", "company", "website", "city"]);
  expect(order("add", "company")).toHaveLength(5);
  expect(order("up@lastname")).toEqual(["email", "lastname", "firstname", "company", "website"]);
  expect(order("down@website")).toEqual(["email", "firstname", "lastname", "company", "website"]);
  expect(order("remove@company")).toEqual(["email", "firstname", "lastname", "website"]);
  expect(order("remove@email")).toHaveLength(5);
});
