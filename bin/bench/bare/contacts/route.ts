import { onPostgres } from "#lib/env.ts";
import { numberKey } from "#lib/properties/value-key.ts";
import { askedOfIndex } from "../statements.ts";
import { bare } from "../store.ts";

const pageSize = 100;

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const portalId = Number(searchParams.get("portal"));
  const [found, [total]] = await asked(portalId, searchParams);
  const rows = found.slice(0, pageSize);
  return Response.json({ rows, total: { count: Number(total?.["count"]), exact: true }, next: rows.at(-1)?.["id"] });
}

async function asked(portalId: number, asking: URLSearchParams) {
  const { rows } = bare();
  const [after, status, word] = [asking.get("after"), asking.get("status"), asking.get("q")];
  const seats = asking.get("seats");
  if (after !== null) return [await rows("deep", [portalId, Number(after)]), await rows("total", [portalId])] as const;
  if (status === "REGISTERED")
    return [await rows("registered", [portalId]), await rows("totalRegistered", [portalId])] as const;
  if (seats !== null) {
    const values = [portalId, numberKey(Number(seats))];
    return [await rows("ofSeats", [...values, portalId]), await rows("totalOfSeats", values)] as const;
  }
  if (word !== null) {
    const values = [portalId, `%${word}%`];
    // The index of PostgreSQL has nobody in order: for a page of the many whom it names contacts are gone through.
    if (onPostgres && asking.has("many"))
      return [await rows("searched", values), await rows("totalSearched", values)] as const;
    const all = [askedOfIndex(word, portalId), ...values];
    return [await rows("searchedByIndex", all), await rows("totalSearchedByIndex", all)] as const;
  }
  return [await rows("first", [portalId]), await rows("total", [portalId])] as const;
}
