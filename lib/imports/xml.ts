import { SaxesParser } from "saxes";

type Attributes = Readonly<Record<string, string>>;

/** What is done with a part of a workbook as it is read; names come without their prefixes. */
export type XmlEvents = {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

export type XmlReader = { take(text: string): void };

const mostWithoutTag = 4_000_000;

/** Reads XML that comes cut anywhere; throws where it is none, or where no tag ends for millions of letters. */
export function xmlReader({ open, text, close }: XmlEvents): XmlReader {
  const parser = new SaxesParser();
  let since = 0;
  parser.on("opentag", (tag) => {
    since = 0;
    open?.(local(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    since = 0;
    close?.(local(tag.name));
  });
  if (text !== undefined) parser.on("text", text);
  return {
    take(given) {
      // A packed file may unfold into one endless text: in slices it is seen before it is held.
      for (let at = 0; at < given.length; at += 65_536) {
        const slice = given.slice(at, at + 65_536);
        since += slice.length;
        parser.write(slice);
        if (since > mostWithoutTag) throw new Error("no tag ends");
      }
    },
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute with or without a prefix: "r:id" is asked for as "id". */
export function attributeOf(attributes: Attributes, name: string): string {
  const known = attributes[name];
  if (known !== undefined) return known;
  const prefixed = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return prefixed === undefined ? "" : (attributes[prefixed] ?? "");
}
