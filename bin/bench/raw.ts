import Database from "better-sqlite3";
import pg from "pg";

export type Row = Record<string, unknown>;

/** The store without the program: prepared statements, nothing else, as durable as the program. */
export type Raw = {
  rows: (text: string) => Promise<Row[]>;
  insert: (table: string, rows: readonly Row[]) => Promise<void>;
  /** Found by the first column of each row. */
  update: (table: string, rows: readonly Row[]) => Promise<void>;
  transaction: (work: () => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
};

export async function openRaw(url: string): Promise<Raw> {
  return url.startsWith("postgres") ? rawPostgres(url) : rawSqlite(url);
}

function rawSqlite(path: string): Raw {
  const connection = new Database(path);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("cache_size = -65536");
  return {
    rows: async (text) => connection.prepare<[], Row>(text).all(),
    async insert(table, rows) {
      const names = namesOf(rows);
      const places = names.map(() => "?").join(", ");
      const statement = connection.prepare(
        `insert into "${table}" (${names.map(quoted).join(", ")}) values (${places})`,
      );
      for (const row of rows) statement.run(...names.map((name) => row[name]));
    },
    async update(table, rows) {
      const [key = "", ...others] = namesOf(rows);
      const set = others.map((name) => `${quoted(name)} = ?`).join(", ");
      const statement = connection.prepare(`update "${table}" set ${set} where ${quoted(key)} = ?`);
      for (const row of rows) statement.run(...[...others, key].map((name) => row[name]));
    },
    async transaction(work) {
      connection.exec("begin immediate");
      await work();
      connection.exec("commit");
    },
    close: async () => void connection.close(),
  };
}

/** One statement for all rows: PostgreSQL pays for each journey. */
async function rawPostgres(address: string): Promise<Raw> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return {
    rows: async (text) => (await client.query<Row>(text)).rows,
    async insert(table, rows) {
      const names = namesOf(rows).map(quoted).join(", ");
      const text = `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`;
      await client.query({ name: `insert ${table}`, text, values: [JSON.stringify(rows)] });
    },
    async update(table, rows) {
      const [key = "", ...others] = namesOf(rows).map(quoted);
      const set = others.map((name) => `${name} = given.${name}`).join(", ");
      const given = `json_populate_recordset(null::"${table}", $1::json) given`;
      const text = `update "${table}" set ${set} from ${given} where "${table}".${key} = given.${key}`;
      await client.query({ name: `update ${table} ${others.length}`, text, values: [JSON.stringify(rows)] });
    },
    async transaction(work) {
      await client.query("begin");
      await work();
      await client.query("commit");
    },
    close: () => client.end(),
  };
}

function namesOf([first]: readonly Row[]): string[] {
  return Object.keys(first ?? {});
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** Some rows after the other, as many as go into one transaction. */
export function chunksOf<Thing>(things: readonly Thing[], size: number): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, at) => things.slice(at * size, (at + 1) * size));
}
