/** How many of those who saw a hosted form sent it: "25%". A form on another website is sent without being seen here. */
export function rateInWords({ visits, submissions }: { visits: number; submissions: number }): string {
  if (visits === 0 || submissions > visits) return "–";
  return `${Math.round((submissions / visits) * 100)}%`;
}
