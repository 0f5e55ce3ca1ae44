import { describe, expect, test } from "vitest";
import { guessesOf, reasonOf } from "#lib/imports/guess.ts";
import { doublesOf, faultOf } from "#lib/imports/match.ts";
import { standardSet } from "#lib/properties/property-set.ts";

const propertiesFor = (columns: string[], samples: string[][] = []) =>
  guessesOf(columns, samples, standardSet).map(({ property }) => property);

describe("where a column probably goes", () => {
  test("the real file of customers", () => {
    const headings =
      "Index,Customer Id,First Name,Last Name,Company,City,Country,Phone 1,Phone 2,Email,Subscription Date,Website";
    expect(propertiesFor(headings.split(","))).toEqual([
      "",
      "",
      "firstname",
      "lastname",
      "company",
      "city",
      "country",
      "phone",
      "mobilephone",
      "email",
      "",
      "website",
    ]);
  });

  test.each([
    ["E-mail", "email"],
    ["EMAIL ADDRESS", "email"],
    ["first_name", "firstname"],
    ["Surname", "lastname"],
    ["Prénom", "firstname"],
    ["Company Domain Name", "website"],
    ["Organisation", "company"],
    ["Registration Status", ""],
    ["registration_action", ""],
    ["constructor", ""],
  ])("%s → %s", (heading, property) => expect(propertiesFor([heading])).toEqual([property]));

  test("by what stands in it, when all of it looks alike", () => {
    expect(propertiesFor(["A", "B", "C"], [["a@b.co", "c@d.co"], ["https://b.co"], ["a@b.co", "x"]])).toEqual([
      "email",
      "website",
      "",
    ]);
  });

  test("no property goes to two columns, and the surer one has it whatever the order", () => {
    expect(propertiesFor(["Contact address", "E-mail", "Email"], [["a@b.co"], ["a@b.co"], ["a@b.co"]])).toEqual([
      "",
      "email",
      "",
    ]);
    expect(propertiesFor(["Mail", "Email"])).toEqual(["", "email"]);
  });

  test("every other name leads to a property that may be written", () => {
    const owned = new Set(
      standardSet.all.filter((each) => !standardSet.writable.includes(each)).map(({ name }) => name),
    );
    expect([...owned]).toContain("registration_status");
    expect(propertiesFor(["Stage", "Notes", "Employees"]).filter((name) => owned.has(name))).toEqual([]);
  });

  test("and why, in words", () => {
    const [same, known, alike, none] = guessesOf(
      ["Email", "Telephone", "Where", "x"],
      [[], [], ["http://a.co"], []],
      standardSet,
    );
    if (!same || !known || !alike || !none) throw new Error("four columns, four guesses");
    expect(reasonOf(same, "email", standardSet)).toBe("Same name");
    expect(reasonOf(known, "phone", standardSet)).toBe("Another name for Phone Number");
    expect(reasonOf(alike, "website", standardSet)).toBe("Looks like web addresses");
    expect(reasonOf(none, "", standardSet)).toBe("No match: will be left out");
    expect([reasonOf(none, "city", standardSet), reasonOf(same, "", standardSet)]).toEqual([
      "Chosen by you",
      "Left out by you",
    ]);
  });
});

describe("what keeps an import from starting", () => {
  test.each([
    [["email", "firstname"], null],
    [["email", ""], null],
    [["email", "email"], "property-twice"],
    [["", ""], "nothing-matched"],
    [["email"], "wrong-columns"],
    [["email", "registration_status"], "not-writable"],
    [["email", "__proto__"], "not-writable"],
  ])("%j: %s", (matches, fault) => expect(faultOf(["a", "b"], matches, standardSet)).toBe(fault));

  test("columns that collide are told by their headings", () => {
    expect(doublesOf(["A", "B", "C"], ["phone", "phone", "email"], standardSet)).toEqual([
      "“A” and “B” go to Phone Number. Choose one of them and leave the other out.",
    ]);
  });
});
