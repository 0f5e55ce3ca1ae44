import { bare } from "../store.ts";

export async function GET(request: Request): Promise<Response> {
  const portalId = Number(new URL(request.url).searchParams.get("portal"));
  return Response.json({ lists: await bare().rows("lists", [portalId]) });
}
