import { type Compared, needsGroup, peopleFor } from "../estimates/people-for.ts";
import type { EstimatorNeed } from "../estimators/estimator.ts";
import type { MatchedSet } from "../matching/matched-sets.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import { type AnalysisSet, takePeople } from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import type { Subgroup } from "./subgroup.ts";

/**
 * The people of one level of a subgroup, for an estimator with these needs. Matched sets go to the level of their treated
 * people, whoever they were matched with; a set of several treated people is divided, each part keeping the comparisons.
 * Where sets stand for the comparison people too, and everywhere else, people go by their own level.
 */
export function levelPeople(
  outcome: OutcomeRows,
  compared: Compared,
  needs: readonly EstimatorNeed[],
  { codes }: Subgroup,
  level: number,
): AnalysisSet | null {
  const { group } = compared;
  if (needsGroup(needs) && group!.weighting === null && group!.sets !== null) {
    const sets = setsOfLevel(group!, codes, level);
    if (sets.length === 0) return null;
    return peopleFor(outcome, { ...compared, group: { ...group!, sets } })(needs);
  }
  const everybody = peopleFor(outcome, compared)(needs);
  const at = Int32Array.from(everybody.rows, (_, place) => place).filter(
    (place) => codes[everybody.rows[place]!] === level,
  );
  return takePeople(everybody, at);
}

function setsOfLevel({ sets, setRule }: ComparisonGroup, codes: Int32Array, level: number): MatchedSet[] {
  const inLevel = (rows: readonly number[]) => rows.filter((row) => codes[row] === level);
  return sets!
    .map(({ treated, comparison }) => ({
      treated: inLevel(treated),
      comparison: setRule!.estimand === "att" ? comparison : inLevel(comparison),
    }))
    .filter(({ treated, comparison }) => treated.length > 0 && comparison.length > 0);
}
