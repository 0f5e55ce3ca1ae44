import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { Server as Listener } from "node:net";
import { setTimeout as passed } from "node:timers/promises";
import next from "next";
import type { Refusal } from "#lib/api/answers.ts";
import { env } from "#lib/env.ts";
import { assets } from "./assets.ts";
import { cannotStart, startProgram, untilTold } from "./program.ts";
import { unreadable } from "./readable.ts";

const noticeMs = 1000;

const port = env.PORT === 0 ? await freePort().catch(cannotStart) : env.PORT;
// Next.js asks itself for the page behind an action's redirect, and has to know where it is.
const pages = next({ dev: false, hostname: "localhost", port });
const [program] = await Promise.all([startProgram(), pages.prepare()]).catch(cannotStart);

const busy = new Set<ServerResponse>();
const server = createServer(serve(assets(".next/static", pages.getRequestHandler())));
// Longer than the 60 s of the usual load balancers: it is they who end an idle connection, never just as a request comes.
server.keepAliveTimeout = 65_000;
// A large import over a thin line.
server.requestTimeout = 30 * 60_000;

await listening(server).catch(cannotStart);
program.beginJobs();
const address = `http://localhost:${port}`;
process.stdout.write([`Dibs is ready: ${address}`, ...program.lines, ""].join("\n"));
await untilTold((timeoutMs) => Promise.all([program.stop(timeoutMs), emptied(timeoutMs)]));

function serve(answer: RequestListener): RequestListener {
  return (request, response) => {
    busy.add(response);
    response.once("close", () => busy.delete(response));
    if (!server.listening) response.setHeader("connection", "close");
    const no = unreadable(request);
    if (no === undefined) answer(request, response);
    else refuse(response, no);
  };
}

function refuse(response: ServerResponse, { status, body }: { status: number; body: Refusal }): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-correlation-id": body.correlationId,
  });
  response.end(JSON.stringify(body));
}

/** PORT=0: any that is free. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((open) => void probe.listen(0, open));
  const bound = probe.address();
  await new Promise((closed) => void probe.close(closed));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}

function listening(opened: Server): Promise<void> {
  return new Promise((open, fail) => {
    opened.once("error", (fault: NodeJS.ErrnoException) => {
      const taken = new Error(`Port ${env.PORT} is taken; PORT=… names another.`);
      fail(fault.code === "EADDRINUSE" ? taken : fault);
    });
    opened.listen(port, open);
  });
}

/** Lets everyone go without cutting anybody off: from the moment it listens no more, every answer ends its connection. */
async function emptied(timeoutMs: number): Promise<void> {
  const late = passed(timeoutMs, undefined, { ref: false });
  // A load balancer that asks in this time reads "not ready", and sends its people elsewhere.
  await passed(noticeMs);
  // Not `server.close()`: that cuts connections that are quiet just now, and a request may be on its way.
  Listener.prototype.close.call(server);
  await passed(noticeMs / 2);
  while (busy.size > 0) {
    const each = [...busy].map((response) => new Promise((done) => response.once("close", done)));
    if ((await Promise.race([Promise.all(each).then(() => "answered"), late.then(() => "late")])) === "late") break;
  }
  // Connections that ask nothing: a browser opens some in advance.
  server.closeAllConnections();
}
