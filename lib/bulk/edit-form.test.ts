import { describe, expect, test } from "vitest";
import { isOfEdit, type ReadAll, readLines } from "#lib/bulk/edit-form.ts";
import { readListForm } from "#lib/bulk/list-form.ts";
import { arrangedAtFirst, propertySet } from "#lib/properties/property-set.ts";
import type { Property } from "#lib/properties/registry.ts";

const interests: Property = {
  name: "interests",
  label: "Interests",
  group: "contact",
  type: "choices",
  hint: "",
  options: [
    { value: "sea", label: "Sea" },
    { value: "air", label: "Air" },
  ],
};
const seen: Property = { name: "seen", label: "Seen", group: "contact", type: "date-time", hint: "" };
const set = propertySet([interests, seen, { ...seen, name: "old", archived: true }], arrangedAtFirst);

function reading(address: string): ReadAll {
  const parameters = new URLSearchParams(address);
  return (name) => parameters.getAll(name);
}

const linesOf = (address: string) =>
  readLines(reading(address), set, { timeZone: "Europe/Berlin", looked: true }).map(({ line, fault }) => line ?? fault);

describe("the form of an edit", () => {
  test("says what is done to which property", () => {
    expect(linesOf("property=city&value.city=Berlin&property=phone&way.phone=clear&value.phone=1")).toEqual([
      { property: "city", way: "set", value: "Berlin" },
      { property: "phone", way: "clear", value: "" },
    ]);
  });

  test("reads several options, and a time as the portal's clock said it", () => {
    expect(
      linesOf("property=interests&way.interests=add&value.interests=&value.interests=air&value.interests=sea"),
    ).toEqual([{ property: "interests", way: "add", value: "sea;air" }]);
    expect(linesOf("property=seen&value.seen=2014-05-06T10:30")).toEqual([
      { property: "seen", way: "set", value: "2014-05-06T08:30Z" },
    ]);
  });

  test("says what is missing or wrong, once somebody has looked", () => {
    expect(linesOf("property=city&property=numberofemployees&value.numberofemployees=many")).toEqual([
      "Enter a value for City, or choose Clear.",
      "Number of Employees is not a number: use digits only",
    ]);
    const options = { timeZone: "UTC", looked: false };
    expect(readLines(reading("property=city"), set, options)).toMatchObject([{ line: null, fault: undefined }]);
  });

  test("passes over what nobody may write or knows, what is named twice, and the line that is taken out", () => {
    expect(
      linesOf("property=registration_status&value.registration_status=REGISTERED&property=old&property=x"),
    ).toEqual([]);
    expect(linesOf("property=&property=city&property=city&property=phone&value.phone=1&take-out=city")).toEqual([
      { property: "phone", way: "set", value: "1" },
    ]);
    expect(linesOf("property=city&way.city=add&value.city=Berlin")).toMatchObject([{ way: "set" }]);
  });

  test("knows its own parameters from those that say whom it means", () => {
    const names = ["property", "value.city", "way.city", "look", "ids", "all", "q", "list", "f"];
    expect(names.filter((name) => !isOfEdit(name))).toEqual(["ids", "all", "q", "list", "f"]);
  });
});

describe("the form of a list", () => {
  const lists = [{ id: 7, name: "Guests" }];
  const changeOf = (address: string) => {
    const { change, fault } = readListForm(reading(address), lists, { looked: true });
    return change ?? fault;
  };

  test("means a list that is there, or a new one", () => {
    expect(changeOf("do=join&to=7&called=Visitors")).toEqual({ kind: "join", listId: 7, list: "Guests" });
    expect(changeOf("do=leave&to=7")).toEqual({ kind: "leave", listId: 7, list: "Guests" });
    expect(changeOf("do=join&to=&called=+Visitors+")).toEqual({ kind: "join", listId: 0, list: "Visitors" });
  });

  test("says what is missing", () => {
    expect(changeOf("do=join&to=8")).toBe("Choose a list, or give a new one a name.");
    expect(changeOf("do=leave&called=Visitors")).toBe("Choose the list to remove them from.");
  });
});
