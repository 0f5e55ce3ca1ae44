import { NotThere } from "#components/settings/not-there.tsx";

export default function NotFoundInSales() {
  return <NotThere />;
}
