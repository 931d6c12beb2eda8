import type { Facts } from "@likewise/schema";
import { bounds } from "./tables/bounds.ts";

/** Facts that count, and those that do not for want of a justification. */
export interface StandingFacts {
  readonly facts: Facts;
  /** Names of facts that would speak for the study, had anybody said how they are known. */
  readonly unjustified: readonly string[];
}

/**
 * What is left of declared facts once those that would speak for the study without a justification are taken away: they
 * count as not met. A fact that speaks against the study needs none.
 *
 * Shares lost, and covariates named as an outcome before entry, stay: what is made of them without a justification is
 * decided where they are read.
 *
 * @example
 * standingFacts({ followUp: { value: "same", why: " " } }).unjustified; // ["followUp"]
 * standingFacts({ followUp: { value: "different" } }).facts; // { followUp: { value: "different" } }
 */
export function standingFacts(declared: Facts): StandingFacts {
  const facts: Record<string, unknown> = { ...declared };
  const unjustified: string[] = [];
  for (const [name, against] of Object.entries(speaksAgainst)) {
    const fact = declared[name as keyof Facts] as (Record<string, unknown> & { why?: string | null }) | undefined;
    if (fact === undefined || isJustified(fact)) continue;
    const parts = Object.entries(fact).filter(([part]) => part !== "why");
    const standing = parts.filter(([part, value]) => against[part]?.(value as never) ?? false);
    if (standing.length < parts.length || parts.length === 0) unjustified.push(name);
    if (standing.length === 0) delete facts[name];
    else facts[name] = Object.fromEntries(standing);
  }
  if (declared.attrition !== undefined && !isJustified(declared.attrition)) unjustified.push("attrition");
  for (const { covariate, why } of declared.baselineOutcomes ?? [])
    if (!isJustified({ why })) unjustified.push(`baselineOutcomes of ${covariate}`);
  for (const [role, why] of Object.entries(declared.notApplicable ?? {}))
    if (!isJustified({ why })) unjustified.push(`notApplicable of ${role}`);
  return { facts: facts as Facts, unjustified };
}

/** Whether anybody has said how a fact is known. */
export function isJustified({ why }: { readonly why?: string | null | undefined }): boolean {
  return (why ?? "").trim() !== "";
}

type Answer = string & number & boolean;

/** By fact and part: the answers that need no justification, as they lower what the study can bear. */
const speaksAgainst: { readonly [Fact in keyof Facts]?: Readonly<Record<string, (value: Answer) => boolean>> } = {
  restsOn: { value: (value) => value !== "measured" },
  crossover: { treated: isMuch, comparison: isMuch },
  outcomeSource: { value: (value) => value === "different" },
  followUp: { value: (value) => value === "different" },
  indexDateRule: { value: (value) => value !== "same" },
  covariateTiming: { value: (value) => value === "some-after" },
  periodControls: { value: isFalse },
  comparatorChoice: { value: (value) => value === "not-justified" },
  exclusionArgument: { value: (value) => value === "not-argued" },
  severalUnits: { value: isFalse },
  concurrentSeries: { value: isFalse },
  otherChange: { value: (value) => !isFalse(value) },
  preTrend: { periods: (periods) => periods < bounds.leastPrePeriods, p: (p) => p <= bounds.preTrendP },
  firstStage: { f: (f) => f < bounds.leastFirstStageF },
  cutoffChecks: {
    manipulationP: (p) => p <= bounds.manipulationP,
    otherRule: (value) => !isFalse(value),
    takeUpJump: (jump) => jump < bounds.leastTakeUpJump,
  },
  series: { pointsEachSide: (points) => points < bounds.leastPointsEachSide, autocorrelation: isFalse },
  plan: { value: (value) => value === "none" },
};

function isMuch(share: number): boolean {
  return share > bounds.mostCrossover;
}

function isFalse(value: boolean): boolean {
  return value === false;
}
