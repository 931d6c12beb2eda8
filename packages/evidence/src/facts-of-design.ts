import type { Facts } from "@likewise/schema";
import type { Design } from "./design.ts";
import { standingFacts } from "./standing-facts.ts";

type DeclaredParts =
  | "evidence"
  | "severalUnits"
  | "concurrentSeries"
  | "outcomeSource"
  | "followUp"
  | "indexDateRule"
  | "covariateTiming"
  | "periodControls"
  | "comparatorChoice"
  | "otherChange"
  | "exclusionArgument"
  | "crossover"
  | "prePeriods"
  | "pretrendP"
  | "firstStageF"
  | "manipulationP"
  | "otherRuleAtCutoff"
  | "takeUpJump"
  | "pointsEachSide"
  | "autocorrelationHandled"
  | "planFixed"
  | "unjustified";

/** The parts of a design that are declared and need no data: null where nothing stands. */
export function factsOfDesign(declared: Facts): Pick<Design, DeclaredParts> {
  const { facts, unjustified } = standingFacts(declared);
  const { crossover } = facts;
  return {
    evidence: facts.restsOn?.value ?? "measured",
    severalUnits: facts.severalUnits?.value ?? false,
    concurrentSeries: facts.concurrentSeries?.value ?? false,
    outcomeSource: facts.outcomeSource?.value ?? null,
    followUp: facts.followUp?.value ?? null,
    indexDateRule: facts.indexDateRule?.value ?? null,
    covariateTiming: facts.covariateTiming?.value ?? null,
    periodControls: facts.periodControls?.value ?? null,
    comparatorChoice: facts.comparatorChoice?.value ?? null,
    otherChange: facts.otherChange?.value ?? null,
    exclusionArgument: facts.exclusionArgument === undefined ? null : facts.exclusionArgument.value === "argued",
    // One share that is too large decides, whether or not the other stands.
    crossover:
      crossover === undefined ? null : { treated: crossover.treated ?? 0, comparison: crossover.comparison ?? 0 },
    prePeriods: facts.preTrend?.periods ?? null,
    pretrendP: facts.preTrend?.p ?? null,
    firstStageF: facts.firstStage?.f ?? null,
    manipulationP: facts.cutoffChecks?.manipulationP ?? null,
    otherRuleAtCutoff: facts.cutoffChecks?.otherRule ?? null,
    takeUpJump: facts.cutoffChecks?.takeUpJump ?? null,
    pointsEachSide: facts.series?.pointsEachSide ?? null,
    autocorrelationHandled: facts.series?.autocorrelation ?? null,
    planFixed: facts.plan === undefined ? null : facts.plan.value !== "none",
    unjustified,
  };
}
