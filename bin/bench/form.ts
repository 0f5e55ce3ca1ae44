import { type Answer, type Client, fromOurPages } from "./http.ts";

/**
 * A form of a page, to be sent as a browser without JavaScript does: the page is read, and what stands in the form goes back
 * to where it points. `marker` is something that stands in this form alone, `pressed` the button where one of several is.
 */
export async function readForm(
  client: Client,
  path: string,
  marker: string,
): Promise<{ send: (pressed?: Readonly<Record<string, string>>) => Promise<Answer> }> {
  const { body } = await client.ask({ path });
  const form = [...body.matchAll(/<form\b[^>]*>.*?<\/form>/gs)]
    .map(([text]) => text)
    .find((text) => text.includes(marker));
  if (form === undefined) throw new Error(`no form with ${marker} on ${path}`);
  const action = attribute(/^<form\b[^>]*>/.exec(form)?.[0] ?? "", "action");
  return {
    async send(pressed = {}) {
      const data = new FormData();
      for (const [name, value] of [...fieldsOf(form), ...Object.entries(pressed)]) data.append(name, value);
      return client.ask({ path: action === "" ? path : action, ...(await multipart(client.origin, data)) });
    },
  };
}

/** A POST with fields and files, as a form of our own pages sends it. */
export async function multipart(origin: string, data: FormData) {
  const encoded = new Response(data);
  const type = encoded.headers.get("content-type") ?? "";
  const body = Buffer.from(await encoded.arrayBuffer());
  return {
    method: "POST" as const,
    headers: { ...fromOurPages(origin), accept: "text/html", "content-type": type },
    body,
  };
}

function fieldsOf(form: string): [name: string, value: string][] {
  const fields = form.matchAll(/<(?:input|button)\b[^>]*>|<select\b[^>]*>.*?<\/select>/gs);
  return [...fields].flatMap(([field]): [string, string][] => {
    const tag = /^<[^>]*>/.exec(field)?.[0] ?? "";
    const name = attribute(tag, "name");
    if (name === "" || isLeftOut(tag)) return [];
    return [[name, field.startsWith("<select") ? chosenIn(field) : attribute(tag, "value")]];
  });
}

/** A box that is not ticked, and a button: which one is pressed is said to `send`. */
function isLeftOut(tag: string): boolean {
  const type = attribute(tag, "type");
  const isBox = type === "checkbox" || type === "radio";
  return tag.startsWith("<button") || (isBox && !/\schecked\b/.test(tag));
}

function chosenIn(select: string): string {
  const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
  return attribute(options.find((tag) => /\sselected\b/.test(tag)) ?? options[0] ?? "", "value");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function attribute(tag: string, name: string): string {
  const text = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return text.replaceAll(/&([a-z#0-9]+);/g, (whole, entity: string) => entities[entity] ?? whole);
}
