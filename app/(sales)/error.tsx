"use client";

import { Failure } from "#components/settings/failure.tsx";

export default function ErrorInSales(failure: { error: unknown; retry: () => void }) {
  return <Failure {...failure} />;
}
