import pg from "pg";
import { env } from "#lib/env.ts";
import { type Bare, edited, type Named, type Row, statements } from "./statements.ts";

/** node-postgres and nothing else, with as many connections as the program has; every statement prepared by its name. */
export function openPostgres(): Bare {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 });
  return {
    rows: (name, values) => asked(pool, name, values),
    async save(portalId, id, edit) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const [before] = await asked(client, "contact", [portalId, id]);
        const { values, changes } = edited(before?.["values"], edit);
        await asked(client, "write", [values, id]);
        const next = await client.query<Row>({ name: "next", text: "select nextval('id_sequence') as id" });
        await asked(client, "history", [next.rows[0]?.["id"], portalId, id, Date.now(), changes]);
        await client.query("commit");
        return { ...before, values: JSON.parse(values) };
      } finally {
        client.release();
      }
    },
  };
}

async function asked(client: pg.Pool | pg.PoolClient, name: Named, values: readonly unknown[]): Promise<Row[]> {
  let place = 0;
  const text = statements[name].replaceAll("?", () => `$${(place += 1)}`);
  return (await client.query<Row>({ name, text, values: [...values] })).rows;
}
