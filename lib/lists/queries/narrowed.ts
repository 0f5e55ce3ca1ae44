import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { askedOfEach } from "#lib/lists/one-key.ts";
import { inIndex } from "#lib/lists/queries/asked.ts";
import type { Question } from "#lib/lists/question.ts";

// A store reads the whole answer of an index before it looks at the first contact. A page of those whom so many answer is
// found sooner by asking one contact after the other.
const mostInIndex = 10_000;

/** The question for a page: what an index answers with few contacts is asked of it, everything else of each contact. */
export async function narrowed(from: Db, question: Question, most: number = mostInIndex): Promise<Question> {
  switch (question.ask) {
    case "all":
    case "any":
      return { ...question, of: await Promise.all(question.of.map((each) => narrowed(from, each, most))) };
    case "not":
      return { ...question, of: await narrowed(from, question.of, most) };
    default:
      return (await isAnsweredByFew(from, question, most)) ? question : askedOfEach(question);
  }
}

async function isAnsweredByFew(from: Db, question: Question, most: number): Promise<boolean> {
  const index = inIndex(question);
  if (index === null) return false;
  const some = sql`select count(*) as many from (select 1 from ${index} limit ${most + 1}) as counted`;
  const [counted] = await rowsOf<{ many: number }>(from, some, ["many"]);
  return (counted?.many ?? 0) <= most;
}
