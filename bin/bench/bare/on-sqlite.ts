import Database from "better-sqlite3";
import { env } from "#lib/env.ts";
import { type Bare, edited, type Named, type Row, statements } from "./statements.ts";

/** better-sqlite3 and nothing else: one connection, as durable as the program's, every statement prepared once. */
export function openSqlite(): Bare {
  const connection = new Database(env.DATABASE_URL);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("cache_size = -65536");
  const prepared = new Map<string, Database.Statement<unknown[], Row>>();
  const ready = (text: string) => {
    const made = prepared.get(text) ?? connection.prepare<unknown[], Row>(text);
    prepared.set(text, made);
    return made;
  };
  const named = (name: Named) => ready(statements[name]);

  const save = connection.transaction((portalId: number, id: number, edit: Readonly<Record<string, string>>) => {
    const before = named("contact").get(portalId, id);
    if (before === undefined) return undefined;
    const { values, changes } = edited(JSON.parse(String(before["values"])), edit);
    named("write").run(values, id);
    const next = ready("update counter set value = value + 1 where name = 'ids' returning value").get();
    named("history").run(next?.["value"], portalId, id, Date.now(), changes);
    return { ...before, values: JSON.parse(values) };
  });

  return {
    rows: async (name, values) => named(name).all(...values),
    save: async (portalId, id, edit) => save.immediate(portalId, id, edit),
  };
}
