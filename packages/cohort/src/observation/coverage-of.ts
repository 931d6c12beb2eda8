import { type Baseline, type Coverage, type Outcomes, outcomeFor } from "@likewise/schema";
import { countReasons } from "../people/account.ts";

/** Reasons that say the person is not in the source at all. */
const notInSource = new Set(["not-searched", "not-found", "no-row"]);

/**
 * How far each outcome was observed in each arm: people, those searched for and found in its source, those observed to
 * the end of its window, and why the others were not (`window-not-over` where only a part of it was).
 *
 * @returns people = observedToEnd + the sum of missing, for each outcome and arm; outcomes in natural order of id
 */
export function coverageOf(outcomes: Outcomes, baseline: Baseline): Coverage[] {
  const { unit, arm } = baseline.table.columns;
  return outcomes.table.columns.outcome.levels.flatMap((outcome) => {
    const { status, missingReason } = outcomeFor(outcomes, outcome, unit.values);
    return (["treated", "comparison"] as const).map((name) => {
      const rows = Array.from(unit.values.keys()).filter((row) => (arm.values[row] === 1) === (name === "treated"));
      const unobserved = rows.filter((row) => status[row] !== "observed");
      return {
        outcome,
        arm: name,
        people: rows.length,
        searchedAndFound: rows.filter((row) => !notInSource.has(missingReason[row] ?? "")).length,
        observedToEnd: rows.length - unobserved.length,
        missing: countReasons(unobserved.map((row) => missingReason[row] ?? "window-not-over")),
      };
    });
  });
}
