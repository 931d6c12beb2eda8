import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { riskRatioFromOddsRatio } from "../sensitivity/risk-ratio-scale.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { type ArmRatios, armRatios, contrastOfArms } from "./arm-ratios.ts";
import { eventsIn } from "./arm-summary.ts";
import { contrastOf, hasArmWithoutSpread, isWithoutSpread, riskDifferenceOf } from "./contrasts.ts";
import type { Effect, EffectResult, RiskRatioScale } from "./estimator.ts";
import { newcombe } from "./newcombe.ts";
import { allRefused, reasons, refused } from "./refused.ts";
import { tooFew } from "./too-few.ts";

const measures = ["riskDifference", "riskRatio", "oddsRatio"] as const;

/**
 * Risks when people depend on each other, in matched sets or declared clusters, or carry estimated weights: weighted
 * proportions and their contrasts with cluster-robust standard errors, or those of stacked estimating equations.
 *
 * Where every set or cluster agrees, or nobody or everybody in an arm has the event, the robust standard error is 0 or knows
 * of one arm alone, which would claim certainty; the risk difference then has Newcombe's interval for independent arms of
 * their effective numbers, and says so.
 */
export function clusteredRisks(
  people: AnalysisSet,
  level: number,
  estimator: "crude" | "matched" | "weighted",
): EffectResult {
  const few = tooFew(people);
  if (few !== null) return allRefused(measures, few);

  const where = places[estimator];
  const arms = armRatios(people, people.value, new Float64Array(people.value.length).fill(1));
  if (isWithoutSpread(arms) || hasArmWithoutSpread(arms)) return withoutSpread(people, arms, where, level);

  const contrast = contrastOfArms(people, arms);
  const ratios = (["riskRatio", "oddsRatio"] as const).map((measure): Effect => {
    const shape = contrastOf(measure, contrast, level);
    const asRiskRatio = onRiskRatioScale(measure, shape.estimate, shape.interval, people);
    return { ...shape, measure, label: `ratio ${where}`, asRiskRatio };
  });
  const difference: Effect = {
    ...riskDifferenceOf(contrast, level),
    measure: "riskDifference",
    label: `difference ${where}`,
    asRiskRatio: ratios[0]!.asRiskRatio,
  };
  return {
    effects: [difference, ...ratios],
    refusals: [],
    assumptions: clusterAssumptions(people),
    armInfluence: arms,
  };
}

const places = {
  crude: "in proportions, clustered",
  matched: "in matched means",
  weighted: "in weighted proportions",
} as const;

function withoutSpread(people: AnalysisSet, arms: ArmRatios, where: string, level: number): EffectResult {
  const contrast = contrastOfArms(people, arms);
  const count = (arm: 0 | 1, value: number) => {
    const total = effectiveNumber(people, arm);
    return { events: value * total, total };
  };
  const [treated, comparison] = [count(1, arms.treated.value), count(0, arms.comparison.value)];
  const counted = people.clusters?.kind === "cluster" ? "each cluster counted once" : "effective numbers of people";
  const effect: Effect = {
    ...newcombe(treated, comparison, level),
    measure: "riskDifference",
    label: `difference ${where}`,
    estimate: arms.treated.value - arms.comparison.value,
    standardError: null,
    standardErrorKind: `none: everybody in an arm, or every set or cluster, agrees; the interval is Newcombe's for independent arms, ${counted}`,
    df: null,
    clusters: arms.clusters,
    treated: contrast.treated,
    comparison: contrast.comparison,
    adjustedFor: [],
    asRiskRatio: null,
  };
  const refusals = refused(["riskRatio", "oddsRatio"], reasons.zeroCell);
  return { effects: [effect], refusals, assumptions: clusterAssumptions(people), armInfluence: arms };
}

/**
 * Independent people an arm's proportion is worth. Matched people by their weights; of clusters that show no spread it
 * cannot be known how alike their people are, so each counts once, by its size.
 */
function effectiveNumber(people: AnalysisSet, arm: 0 | 1): number {
  const weightOf = (row: number) => people.weights?.[row] ?? 1;
  const rows = rowsOfArm(people, arm);
  if (people.clusters?.kind !== "cluster") return effectiveSampleSize(rows.map(weightOf));
  const sizes = new Map<number, number>();
  for (const row of rows) {
    const code = people.clusters.codes[row]!;
    sizes.set(code, (sizes.get(code) ?? 0) + weightOf(row));
  }
  return effectiveSampleSize([...sizes.values()]);
}

function onRiskRatioScale(
  measure: "riskRatio" | "oddsRatio",
  ratio: number,
  [lower, upper]: readonly [number, number],
  people: AnalysisSet,
): RiskRatioScale {
  if (measure === "riskRatio") return { ratio, lower, upper };
  const common = (eventsIn(people, 1) + eventsIn(people, 0)) / people.value.length >= 0.15;
  const asRisk = (value: number) => riskRatioFromOddsRatio(value, { common });
  return { ratio: asRisk(ratio), lower: asRisk(lower), upper: asRisk(upper) };
}
