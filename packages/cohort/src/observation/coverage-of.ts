import {
  type Baseline,
  type Coverage,
  type MissingReason,
  notInSource,
  type Outcomes,
  outcomeFor,
} from "@likewise/schema";
import { countReasons } from "../people/account.ts";

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
        searchedAndFound: rows.filter((row) => !isNotInSource(missingReason[row]!)).length,
        observedToEnd: rows.length - unobserved.length,
        missing: countReasons(unobserved.map((row) => missingReason[row] ?? "window-not-over")),
      };
    });
  });
}

function isNotInSource(reason: MissingReason | null): boolean {
  return reason !== null && notInSource.includes(reason);
}
