import { compareRates, readIndicators } from "@likewise/evidence";
import type { Columns, EvidenceMap, Results, StudyPlan, TheoryOfChange } from "@likewise/schema";
import { alignmentOfRun } from "./alignment-of-run.ts";
import { distinctRefusals } from "./distinct-refusals.ts";

/**
 * Results with what the plan asks of the practice itself: its parts against evidence, published rates beside one
 * another, and how changes in use of services read.
 */
export function withPractice(
  results: Results,
  {
    plan,
    theory,
    map,
    tables,
  }: {
    readonly plan: StudyPlan;
    readonly theory: TheoryOfChange | null;
    readonly map: EvidenceMap | null;
    readonly tables: Readonly<Record<string, Columns>>;
  },
): Results {
  const rates = plan.rates === undefined ? null : compareRates(plan.rates);
  const { indicators } = plan.cohort;
  return {
    ...results,
    ...(map === null ? {} : { alignment: alignmentOfRun(map, plan, theory, tables) }),
    ...(rates === null ? {} : { rates: rates.rates }),
    ...(indicators === undefined ? {} : { readings: readIndicators(indicators, results.tables) }),
    refusals: distinctRefusals([...results.refusals, ...(rates?.refusals ?? [])]),
  };
}
