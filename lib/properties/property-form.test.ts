import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "#lib/lists/fields.ts";
import { freeName, nameFrom, optionLines, ownTypes, readPropertyForm } from "#lib/properties/property-form.ts";
import { standardSet } from "#lib/properties/property-set.ts";

const complete = { label: "Shoe size", group: "contact", type: "number", hint: "European.", least: "20", most: "50" };

function read(given: Partial<Record<string, string>>) {
  const typed: Partial<Record<string, string>> = { ...complete, ...given };
  return readPropertyForm((name) => typed[name] ?? "");
}

test("a form that is whole is taken as it is", () => {
  expect(read({})).toEqual({ ok: true, value: { ...complete, options: [] } });
});

test("what does not belong to the type is left out", () => {
  const spare = { options: "Red\nGreen", least: "5", most: "9" };
  expect(read({ type: "boolean", ...spare })).toMatchObject({ value: { options: [], least: "", most: "" } });
  expect(read({ type: "text", ...spare })).toMatchObject({ value: { options: [], least: "", most: "9" } });
});

test("an option a line; a line may say what is kept and what is shown", () => {
  const options = "Red\r\n\n green = Green wine \nBlue = or so = yes";
  const asked = read({ type: "choice", options });
  expect(asked).toMatchObject({
    value: {
      options: [
        { value: "Red", label: "Red" },
        { value: "green", label: "Green wine" },
        { value: "Blue", label: "or so = yes" },
      ],
    },
  });
  expect(asked.ok && optionLines(asked.value.options)).toBe("Red\ngreen = Green wine\nBlue = or so = yes");
});

describe("every fault says how to mend it, beside its field", () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    ["no name", { label: " " }, "label", /Enter a name/],
    ["a name of signs", { label: "!?" }, "label", /letter or digit/],
    ["a long name", { label: "x".repeat(101) }, "label", /100/],
    ["no such type", { type: "colour" }, "type", /Choose a type/],
    ["a long description", { hint: "x".repeat(301) }, "hint", /300/],
    ["no options", { type: "choice", options: "\n" }, "options", /at least one/],
    ["a semicolon", { type: "choices", options: "a;b" }, "options", /semicolon/],
    ["a long option", { type: "choice", options: "x".repeat(101) }, "options", /longer than 100/],
    ["too many", { type: "choice", options: Array.from({ length: 501 }, (_, at) => at).join("\n") }, "options", /500/],
    ["the same twice", { type: "choice", options: "Red\nRED" }, "options", /twice/],
    ["the label of another", { type: "choice", options: "Red\nr = red" }, "options", /twice/],
    ["a limit that is no number", { least: "few" }, "least", /Enter a number/],
    ["a limit that is no date", { type: "date", least: "", most: "2023-02-29" }, "most", /YYYY-MM-DD/],
    ["limits upside down", { least: "10", most: "9" }, "most", /below/],
    ["a text of no length", { type: "text", most: "0" }, "most", /whole number/],
    ["a text that is too long", { type: "text", most: "5001" }, "most", /5,000/],
  ])("%s", (_, given, field, sentence) => {
    const asked = read(given);
    expect(asked.ok).toBe(false);
    expect(Object.entries(asked.ok ? {} : asked.no)).toEqual([[field, expect.stringMatching(sentence)]]);
  });
});

describe("names", () => {
  test.each([
    ["Date of First Purchase", "date_of_first_purchase"],
    ["Vacation Booking #1", "vacation_booking_1"],
    ["Größe", "gro_e"],
    ["2nd contact", "p_2nd_contact"],
    ["連絡先", "property"],
    ["?!", ""],
  ])("“%s” is kept as %s", (label, name) => expect(nameFrom(label)).toBe(name));

  test("a name is free, of plain letters, and nothing that every object or every rule has", () => {
    const labels = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "Domain", "Form", "List"];
    const besides = fieldsOf(standardSet).all.map(({ name }) => name);
    const taken = new Set(standardSet.all.map(({ name }) => name));
    for (const wanted of [...labels, ...labels.map(nameFrom), ...besides]) {
      const name = freeName(wanted, taken);
      if (!name.ok) throw new Error(`nothing is free for ${wanted}`);
      expect(name.value in {}).toBe(false);
      expect([...besides, ...taken]).not.toContain(name.value);
    }
  });

  test("of many alike each has its own", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "A!", "a 2", "b", "x".repeat(99))), (labels) => {
        const taken = new Set<string>();
        for (const label of labels) {
          const name = freeName(nameFrom(label), taken);
          if (name.ok) taken.add(name.value);
        }
        expect(taken.size).toBe(labels.length);
      }),
    );
  });
});

test("limits are compared as numbers, not as text", () => {
  expect(read({ least: "9", most: "10.5" })).toMatchObject({ ok: true });
});

test("every type can be made", () => {
  for (const { value } of ownTypes) {
    const asked = read({ type: value, options: "One\nTwo", least: "", most: "" });
    expect(asked).toMatchObject({ ok: true, value: { type: value } });
  }
});
