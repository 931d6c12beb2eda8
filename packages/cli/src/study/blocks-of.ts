import type { ComparisonResult } from "@likewise/compare";
import type { Engine } from "@likewise/engine";
import { blockOutcome, sixMonthBlocks } from "@likewise/offending";
import {
  type Anchors,
  type Baseline,
  type Block,
  type Columns,
  integersOf,
  type Observation,
  type StudyPlan,
} from "@likewise/schema";

interface BlockInput {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly baseline: Baseline;
}

/**
 * The programme's before-and-after, beside the same blocks of the people it was matched with: what regression to the
 * mean and time alone did to people like them. Only where events and index dates are there.
 */
export async function blocksOf(engine: Engine, input: BlockInput, headline: ComparisonResult): Promise<Block[]> {
  const { plan, tables } = input;
  const outcome = blockOutcome(plan);
  if (outcome === null || tables.events === undefined || plan.cohort.indexDate == null) return [];
  const groups = [
    { id: "treated", units: unitsOf(input.baseline, headline, 1) },
    { id: "comparison", units: unitsOf(input.baseline, headline, 0) },
  ];
  return sixMonthBlocks({ engine, ...input, groups, outcome });
}

/** Units of one arm that the headline estimate describes: those matched, or without matching everyone in the arm. */
function unitsOf(baseline: Baseline, headline: ComparisonResult, arm: 0 | 1): Int32Array {
  const { unit, arm: arms } = baseline.table.columns;
  const inArm = unit.values.filter((_, row) => arms.values[row] === arm);
  if (headline.comparison.matching === null) return inArm;
  const matched = new Set(integersOf(headline.matchedRows, "unit").values);
  return inArm.filter((ordinal) => matched.has(ordinal));
}
