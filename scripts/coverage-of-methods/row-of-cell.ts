import { exactBinomialInterval, mean, sampleStandardDeviation } from "../../packages/stats/src/index.ts";
import type { CoverageCell } from "./cells.ts";
import type { CoveredStudy, RefusedStudy } from "./cover-study.ts";

/** How the intervals of a cell did, as committed. */
export interface CoverageRow extends Omit<CoverageCell, "plan"> {
  readonly method: string;
  readonly seeds: number;
  /** Seeds whose primary estimate was refused; they count neither way. */
  readonly refused: number;
  /** The same by rule. */
  readonly refusedBy: Readonly<Record<string, number>>;
  readonly warned: number;
  readonly covered: number;
  readonly coverage: number;
  /** Exact 99 % interval of the coverage. */
  readonly low99: number;
  readonly high99: number;
  readonly bias: number;
  readonly errorDeviation: number;
  readonly halfWidth: number;
  readonly verdict: "holds" | "conservative" | "fails" | "refused";
}

/** A cell fails when its coverage cannot be 94 %; above 97.5 % it is conservative; where most studies are refused, refused. */
export function rowOfCell(
  { plan, ...cell }: CoverageCell,
  studies: readonly (CoveredStudy | RefusedStudy)[],
): CoverageRow {
  const answered = studies.filter((study): study is CoveredStudy => !("refused" in study));
  const covered = answered.filter(({ low, high, truth }) => low <= truth && truth <= high).length;
  const coverage = covered / answered.length;
  const { lower: low99, upper: high99 } = exactBinomialInterval({
    events: covered,
    total: answered.length,
    level: 0.99,
  });
  const errors = answered.map(({ estimate, truth }) => estimate - truth);
  return {
    ...cell,
    method: [plan.method, plan.estimand, plan.bootstrap && "bootstrap"].filter((part) => part !== undefined).join(" "),
    seeds: studies.length,
    refused: studies.length - answered.length,
    refusedBy: refusedBy(studies),
    warned: answered.filter(({ warned }) => warned).length,
    covered,
    coverage,
    low99,
    high99,
    bias: mean(errors),
    errorDeviation: sampleStandardDeviation(errors),
    halfWidth: mean(answered.map(({ low, high }) => (high - low) / 2)),
    verdict: verdictOf(coverage, high99, answered.length / studies.length),
  };
}

function verdictOf(coverage: number, high99: number, answered: number): CoverageRow["verdict"] {
  if (answered < 0.5) return "refused";
  if (high99 < 0.94) return "fails";
  return coverage > 0.975 ? "conservative" : "holds";
}

function refusedBy(studies: readonly (CoveredStudy | RefusedStudy)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const study of studies) if ("refused" in study) counts[study.refused] = (counts[study.refused] ?? 0) + 1;
  return counts;
}
