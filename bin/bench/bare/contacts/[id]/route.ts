import { bare } from "../../store.ts";

type Route = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const portalId = Number(new URL(request.url).searchParams.get("portal"));
  const [row] = await bare().rows("contact", [portalId, Number((await params).id)]);
  if (row === undefined) return new Response(null, { status: 404 });
  const values: unknown = row["values"];
  return Response.json({ ...row, values: typeof values === "string" ? JSON.parse(values) : values });
}

export async function PATCH(request: Request, { params }: Route): Promise<Response> {
  const portalId = Number(new URL(request.url).searchParams.get("portal"));
  const { properties }: { properties: Record<string, string> } = await request.json();
  const saved = await bare().save(portalId, Number((await params).id), properties);
  return saved === undefined ? new Response(null, { status: 404 }) : Response.json(saved);
}
