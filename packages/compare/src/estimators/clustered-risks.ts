import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromOddsRatio } from "../sensitivity/risk-ratio-scale.ts";
import { type ArmRatios, armRatios, contrastOfArms } from "./arm-ratios.ts";
import { eventsIn, peopleIn } from "./arm-summary.ts";
import { contrastOf, differenceOf, isWithoutSpread } from "./contrasts.ts";
import type { Effect, EffectResult, RiskRatioScale } from "./estimator.ts";
import { newcombe } from "./newcombe.ts";
import { allRefused, reasons, refused } from "./refused.ts";
import { tooFew } from "./too-few.ts";

const measures = ["riskDifference", "riskRatio", "oddsRatio"] as const;

/**
 * Risks when people depend on each other, in matched sets or declared clusters: weighted proportions and their contrasts
 * with cluster-robust standard errors.
 *
 * Where every set or cluster agrees the robust standard error is 0, which would claim certainty; the risk difference then
 * has Newcombe's interval for independent arms, and says so.
 */
export function clusteredRisks(people: AnalysisSet, level: number, estimator: "crude" | "matched"): EffectResult {
  const few = tooFew(people);
  if (few !== null) return allRefused(measures, few);

  const where = estimator === "matched" ? "in matched means" : "in proportions, clustered";
  const arms = armRatios(people, people.value, new Float64Array(people.value.length).fill(1));
  if (isWithoutSpread(arms.variance)) return withoutSpread(people, arms, where, level);

  const contrast = contrastOfArms(people, arms);
  const defined = (["riskRatio", "oddsRatio"] as const).filter((measure) => isDefined(measure, arms));
  const ratios = defined.map((measure): Effect => {
    const shape = contrastOf(measure, contrast, level);
    const asRiskRatio = onRiskRatioScale(measure, shape.estimate, shape.interval, people);
    return { ...shape, measure, label: `ratio ${where}`, asRiskRatio };
  });
  const difference: Effect = {
    ...differenceOf(contrast, level),
    measure: "riskDifference",
    label: `difference ${where}`,
    asRiskRatio: ratios.find(({ measure }) => measure === "riskRatio")?.asRiskRatio ?? null,
  };
  const missing = measures.filter((one) => one !== "riskDifference" && !defined.includes(one));
  return { effects: [difference, ...ratios], refusals: refused(missing, reasons.zeroCell), armInfluence: arms };
}

function withoutSpread(people: AnalysisSet, arms: ArmRatios, where: string, level: number): EffectResult {
  const contrast = contrastOfArms(people, arms);
  const count = (arm: 0 | 1) => ({ events: eventsIn(people, arm), total: peopleIn(people, arm) });
  const difference = arms.treated.value - arms.comparison.value;
  const plain = count(1).events / count(1).total - count(0).events / count(0).total;
  // With sets of different sizes the weighted difference can be another one than the interval is about.
  if (Math.abs(difference - plain) > 1e-9) return allRefused(measures, reasons.noVariation);
  const effect: Effect = {
    ...newcombe(count(1), count(0), level),
    measure: "riskDifference",
    label: `difference ${where}`,
    estimate: difference,
    standardError: null,
    standardErrorKind: "none: every set or cluster agrees; the interval is Newcombe's for independent arms",
    df: null,
    clusters: arms.clusters,
    treated: contrast.treated,
    comparison: contrast.comparison,
    adjustedFor: [],
    asRiskRatio: null,
  };
  const refusals = refused(["riskRatio", "oddsRatio"], reasons.zeroCell);
  return { effects: [effect], refusals, armInfluence: arms };
}

function isDefined(measure: "riskRatio" | "oddsRatio", { treated: { value: t }, comparison: { value: c } }: ArmRatios) {
  return t > 0 && c > 0 && (measure === "riskRatio" || (t < 1 && c < 1));
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
