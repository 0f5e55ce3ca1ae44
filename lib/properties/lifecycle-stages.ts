export const lifecycleStages = [
  { value: "subscriber", label: "Subscriber" },
  { value: "lead", label: "Lead" },
  { value: "marketing_qualified_lead", label: "Marketing Qualified Lead" },
  { value: "sales_qualified_lead", label: "Sales Qualified Lead" },
  { value: "opportunity", label: "Opportunity" },
  { value: "customer", label: "Customer" },
  { value: "evangelist", label: "Evangelist" },
  { value: "other", label: "Other" },
] as const;

export function lifecycleStageLabel(value: string): string {
  return lifecycleStages.find((stage) => stage.value === value)?.label ?? value;
}
