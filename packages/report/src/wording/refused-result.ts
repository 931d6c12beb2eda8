import { effectMeasures, type Results } from "@likewise/schema";
import { headlineComparison, outcomeLabel } from "../headline.ts";
import { codeWords } from "./code-words.ts";
import { estimatorPhrases } from "./labels.ts";
import { windowName } from "./window-name.ts";

/**
 * What was refused, as a reader calls it: outcomes, groups and estimates by their names in the plan, half-years by their
 * months, and other codes as words.
 *
 * @param what of a refusal, which names parts of the results by their ids
 */
export function refusedResult(what: string, results: Results): string {
  return what.replace(/[\w.+-]+(?::[\w-]+)*/g, (part, start: number) => {
    const [outcome = "", measure, estimator] = part.split(":");
    const isOutcome = results.study.outcomes.some(({ id }) => id === outcome);
    const name = isOutcome ? outcomeLabel(results, outcome) : codeWords(outcome);
    const effect = effectMeasures.find(({ id }) => id === measure)?.label;
    if (effect !== undefined)
      return `${name}, ${[effect, estimatorPhrases[estimator ?? ""]].filter(Boolean).join(" ")}`;
    if (isOutcome && measure === undefined) return name;
    if (/^block[+-]\d+$/.test(part)) return windowName(part);
    return placeName(part, what.slice(0, start), what.slice(start + part.length), results) ?? codeWords(part);
  });
}

/** In "trend over blocks: index, treated" the last two say where; elsewhere they are words like others. */
function placeName(part: string, before: string, after: string, results: Results): string | null {
  const labels = headlineComparison(results)?.arms.labels;
  if (part === "index" && /[:;] $/.test(before) && after.startsWith(", ")) return "index date";
  const isArm = part === "treated" || part === "comparison";
  return isArm && before.endsWith(", ") && labels !== undefined ? labels[part] : null;
}
