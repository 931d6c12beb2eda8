import { exactBinomialInterval, mean, sampleStandardDeviation } from "../../packages/stats/src/index.ts";
import type { CoverageCell } from "./cells.ts";
import type { CoveredStudy } from "./cover-study.ts";

/** How the intervals of a cell did, as committed. */
export interface CoverageRow extends Omit<CoverageCell, "plan"> {
  readonly method: string;
  readonly seeds: number;
  /** Seeds whose primary estimate was refused; they count neither way. */
  readonly refused: number;
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
export function rowOfCell({ plan, ...cell }: CoverageCell, studies: readonly (CoveredStudy | null)[]): CoverageRow {
  const answered = studies.filter((study) => study !== null);
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
    method: [plan.method, plan.estimand].filter((part) => part !== undefined).join(" "),
    seeds: studies.length,
    refused: studies.length - answered.length,
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
