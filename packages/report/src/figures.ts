import {
  type Estimate,
  effectMeasure,
  type Figure,
  type Interval,
  isUnbounded,
  isWithheld,
  type Limit,
} from "@likewise/schema";
import { withheldWord } from "./wording/derived.ts";
import { formatMeasured, formatPer100, formatRatio } from "./wording/formats.ts";
import { intervalWords } from "./wording/interval-words.ts";

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
  if (isUnbounded(figure)) return "no limit";
  return format(figure);
}

/** A figure in a sentence or a headline, where there is no key to shorthand beside it. */
export function spoken(figure: Figure | null, format: (value: number) => string): string {
  if (figure === null) return "not known";
  return isWithheld(figure) ? withheldWord : format(figure);
}

/**
 * An interval as a table cell.
 *
 * @example
 * intervalText([0.25, { unbounded: "above" }], String); // "0.25, no upper limit"
 */
export function intervalText(interval: Interval | null, format: (value: number) => string): string {
  if (interval === null) return "[x]";
  return intervalWords(interval[0], interval[1], {
    both: (low, high) => `${format(low)} to ${format(high)}`,
    above: (low) => `${format(low)}, no upper limit`,
    below: (high) => `no lower limit, to ${format(high)}`,
    unlimited: "no limits",
    withheld: "[c]",
  });
}

/** Whether an estimate speaks of shares of people, shown out of every 100. */
export function isShare(estimate: Estimate): boolean {
  return estimate.measure === "riskDifference";
}

/** How the numbers of an estimate are written: shares out of every 100 people, ratios with their side of 1 in sight. */
export function effectFormat(estimate: Estimate): (value: number) => string {
  if (isShare(estimate)) return formatPer100;
  return effectMeasure(estimate.measure).ratio ? formatRatio : formatMeasured;
}
