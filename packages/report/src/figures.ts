import { type Estimate, type Figure, isWithheld, type Limit } from "@likewise/schema";

/** A number that is published, or null when it is withheld or was never there. */
export function published(figure: Figure | Limit | null | undefined): number | null {
  return typeof figure === "number" ? figure : null;
}

/**
 * A figure as a table cell: formatted, `[c]` where withheld, `[x]` where not available, "no limit" where unbounded.
 *
 * @example
 * cellText({ withheld: "primary" }, (value) => value.toFixed(1)); // "[c]"
 */
export function cellText(figure: Figure | Limit | null | undefined, format: (value: number) => string): string {
  if (figure === null || figure === undefined) return "[x]";
  if (isWithheld(figure)) return "[c]";
  if (typeof figure === "object") return "no limit";
  return format(figure);
}

/** Whether an estimate speaks of shares of people, shown out of every 100. */
export function isShare(estimate: Estimate): boolean {
  return estimate.measure === "riskDifference";
}
