import { describe, expect, test } from "vitest";
import { boundaryOf, formReader } from "#lib/imports/multipart.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const field = (name: string, content: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
const file = (content: string, name = "a.csv") => field(`file"; filename="${name}`, content);

function read(body: string, cuts: readonly number[] = []) {
  const reader = formReader("B");
  const heard = { names: [] as string[], content: "", seconds: 0 };
  const whole = bytes(body);
  [0, ...cuts].forEach((from, at) => {
    for (const news of reader.take(whole.subarray(from, cuts[at] ?? whole.length))) {
      if (news.is === "file") heard.names.push(news.name);
      if (news.is === "bytes") heard.content += new TextDecoder("latin1").decode(news.bytes);
      if (news.is === "second-file") heard.seconds += 1;
    }
  });
  return { ...heard, isWhole: reader.isWhole(), isBroken: reader.isBroken() };
}

describe("a form with a file", () => {
  // Everything that looks like the end of it and is not.
  const content = "a,b\r\n--\r\n--Bx\r\n-\r\n--B \r\r\n\r\n--";
  const body = `${field("note", "x")}${file(content)}${field("late", "--B")}--B--\r\n`;

  test("is read to its end, other fields passed over", () => {
    expect(read(body)).toEqual({ names: ["a.csv"], content, seconds: 0, isWhole: true, isBroken: false });
  });

  test("is read the same however the body is cut", () => {
    const whole = read(body);
    for (let at = 0; at <= body.length; at += 1) expect(read(body, [at])).toEqual(whole);
    expect(
      read(
        body,
        Array.from({ length: body.length }, (_, at) => at),
      ),
    ).toEqual(whole);
  });

  test("is not whole at any place before its closing line", () => {
    const end = body.lastIndexOf("--B--") + "--B--".length;
    for (let at = 0; at < end; at += 1) expect(read(body.slice(0, at)).isWhole).toBe(false);
    expect(read(body.slice(0, end)).isWhole).toBe(true);
  });

  test.each([
    ["nothing in it", file("") + "--B--", { names: ["a.csv"], content: "" }],
    ["nothing chosen", file("", "") + "--B--", { names: [""], content: "" }],
    ["a preamble", `hello\r\n${file("x")}--B--`, { names: ["a.csv"], content: "x" }],
    ["a quote in its name", file("x", "a%22b.csv") + "--B--", { names: ['a"b.csv'] }],
    ["two files", file("x") + file("y") + "--B--", { names: ["a.csv"], content: "x", seconds: 1 }],
    ["no field of that name", field("other", "x") + "--B--", { names: [], content: "", isWhole: true }],
    ["headers without end", `--B\r\n${"x".repeat(20_000)}`, { isBroken: true, isWhole: false }],
  ])("%s", (_, given, heard) => expect(read(given)).toMatchObject(heard));
});

test.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["multipart/form-data", undefined],
  ["text/csv; boundary=abc", undefined],
])("the boundary of %j", (contentType, boundary) => expect(boundaryOf(contentType)).toBe(boundary));
