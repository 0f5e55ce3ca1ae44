import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { z } from "zod";

type Asked = {
  path: string;
  method?: "GET" | "POST" | "PATCH";
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Client = { origin: string; ask: (asked: Asked) => Promise<Answer> };

/** Somebody who is signed in, on connections that stay open. */
export function clientOf(origin: string, cookie: string, connections = 1): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });
  const own = { cookie: `dibs=${encodeURIComponent(cookie)}` };
  return { origin, ask: (asked) => send(origin, agent, { ...asked, headers: { ...own, ...asked.headers } }) };
}

/** Like a page of ours: what changes something must come from one. */
export function fromOurPages(origin: string): Record<string, string> {
  return { origin, "sec-fetch-site": "same-origin" };
}

export async function readJson<Schema extends z.ZodType>(
  { ask }: Client,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse((await ask({ path })).body));
}

function send(origin: string, agent: Agent, { path, method = "GET", headers = {}, body = "" }: Asked): Promise<Answer> {
  return new Promise((done, fail) => {
    const length = method === "GET" ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = request(`${origin}${path}`, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("error", fail).on("end", () => {
        const status = answer.statusCode ?? 0;
        if (status < 400) done({ status, headers: answer.headers, body: text });
        else fail(new Error(`${method} ${path.slice(0, 80)}: ${status} ${text.slice(0, 200)}`));
      });
    });
    sent.on("error", fail).end(body);
  });
}
