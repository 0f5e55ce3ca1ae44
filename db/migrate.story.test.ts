import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { migrate, schemaIsCurrent } from "#db/migrate.ts";
import { rowsOf } from "#db/ask.ts";
import { transaction } from "#db/transaction.ts";

afterEach(() =>
  transaction((tx) => rowsOf(tx, sql`delete from schema_version where tag = '9999_to_come' returning tag`)),
);

test("a database that is as this program wants it is left as it is", async () => {
  await migrate();
  expect(await schemaIsCurrent(db)).toBe(true);
});

test("a migration that was known by another name is not applied twice, nor taken for a newer one", async () => {
  await transaction((tx) =>
    rowsOf(
      tx,
      sql`update schema_version set tag = '0005_registration-over' where tag = '0005_registration_over' returning tag`,
    ),
  );
  expect(await schemaIsCurrent(db)).toBe(false);
  await migrate();
  expect(await schemaIsCurrent(db)).toBe(true);
});

test("a database of a newer program is refused by an older one, with what it has", async () => {
  await transaction((tx) => rowsOf(tx, sql`insert into schema_version (tag) values ('9999_to_come') returning tag`));
  await expect(migrate()).rejects.toThrow("written by a newer Dibs (it has 9999_to_come)");
});
