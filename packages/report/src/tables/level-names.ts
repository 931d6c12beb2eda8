import type { Dimension, Results } from "@likewise/schema";
import { headlineComparison } from "../headline.ts";
import { words } from "../page/parts.ts";
import { capital } from "../wording/sentence-case.ts";

/** The level of a dimension as a page calls it. */
export function levelName(dimension: Dimension, level: string, results: Results): string {
  const labels = headlineComparison(results)?.arms.labels;
  if ((dimension.id === "group" || dimension.id === "arm") && labels !== undefined) {
    if (level === "treated" || level === "comparison") return capital(labels[level]);
  }
  if (dimension.id === "block" || dimension.id === "horizon") return level.split(" ").map(windowName).join(", then ");
  if (dimension.id === "anchor") return level === "index" ? "Index date" : capital(words(level));
  const label = dimension.levels.find(({ id }) => id === level)?.label ?? level;
  return label === level && !/^\d/.test(level) ? capital(words(label)) : capital(label);
}

/** "block-1" reads "0 to 6 months before", "recorded-12m" "within 12 months". */
export function windowName(window: string): string {
  const block = /^block([+-])(\d+)$/.exec(window);
  if (block) {
    const to = 6 * Number(block[2]);
    return `${to - 6} to ${to} months ${block[1] === "-" ? "before" : "after"}`;
  }
  const months = /^(recorded|moj-proven|before)-(\d+)m$/.exec(window);
  if (months === null) return words(window);
  const [, kind, count] = months;
  return kind === "before"
    ? `${count} months before`
    : `within ${count} months${kind === "moj-proven" ? ", proven" : ""}`;
}
