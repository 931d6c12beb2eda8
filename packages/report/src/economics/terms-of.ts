import type { EconomicsResult } from "@likewise/schema";

const schedules: Readonly<Record<string, string>> = {
  "green-book-2026": "discounted by the Green Book",
  "green-book-2026-health": "discounted by the Green Book’s rates for health",
};

/** What an amount is told in: present value, years, price year, discounting. */
export function termsOf({ priceYear, years, schedule }: NonNullable<EconomicsResult["appraisal"]>): string {
  return `Present value over ${years} ${years === 1 ? "year" : "years"}, prices of ${priceYear}, ${schedules[schedule] ?? `discounted by ${schedule}`}`;
}
