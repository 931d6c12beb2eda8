import type { Dimension, Results } from "@likewise/schema";
import { headlineComparison } from "../headline.ts";
import { codeWords } from "../wording/code-words.ts";
import { capital } from "../wording/sentence-case.ts";
import { windowName } from "../wording/window-name.ts";

/** The level of a dimension as a page calls it. */
export function levelName(dimension: Dimension, level: string, results: Results): string {
  const labels = headlineComparison(results)?.arms.labels;
  if ((dimension.id === "group" || dimension.id === "arm") && labels !== undefined) {
    if (level === "treated" || level === "comparison") return capital(labels[level]);
  }
  if (dimension.id === "block" || dimension.id === "horizon") return level.split(" ").map(windowName).join(", then ");
  if (dimension.id === "anchor") return level === "index" ? "Index date" : capital(codeWords(level));
  const label = dimension.levels.find(({ id }) => id === level)?.label ?? level;
  return label === level && !/^\d/.test(level) ? capital(codeWords(label)) : capital(label);
}
