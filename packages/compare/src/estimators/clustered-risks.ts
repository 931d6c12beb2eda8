import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromOddsRatio } from "../sensitivity/risk-ratio-scale.ts";
import { armRatios, contrastOfArms } from "./arm-ratios.ts";
import { eventsIn, peopleIn } from "./arm-summary.ts";
import { contrastOf, differenceOf } from "./contrasts.ts";
import type { Effect, EffectRefusal, EffectResult, RiskRatioScale } from "./estimator.ts";
import { newcombe } from "./newcombe.ts";
import { allRefused, reasons } from "./refused.ts";

const measures = ["riskDifference", "riskRatio", "oddsRatio"] as const;

/**
 * Risks when people depend on each other, in matched sets or declared clusters: weighted proportions and their contrasts
 * with cluster-robust standard errors.
 *
 * Where nobody differs from the rest of their arm the robust standard error is 0, which would claim certainty; the risk
 * difference then has Newcombe's interval, and says so.
 */
export function clusteredRisks(people: AnalysisSet, level: number, estimator: "crude" | "matched"): EffectResult {
  const [treatedPeople, comparisonPeople] = [peopleIn(people, 1), peopleIn(people, 0)];
  if (treatedPeople === 0 || comparisonPeople === 0) return allRefused(measures, reasons.emptyArm);
  if (new Set(people.clusters!.codes).size < 2) return allRefused(measures, reasons.oneCluster);

  const label = estimator === "matched" ? "in matched means" : "in proportions, clustered";
  const arms = armRatios(people, people.value, new Float64Array(people.value.length).fill(1));
  const contrast = contrastOfArms(people, arms);
  const refusals: EffectRefusal[] = [];
  const ratios: Effect[] = [];
  for (const measure of ["riskRatio", "oddsRatio"] as const) {
    if (
      !isDefined(measure, arms.treated.value, arms.comparison.value) ||
      differenceOf(contrast, level).standardError === 0
    ) {
      refusals.push({ ...reasons.zeroCell, measure });
      continue;
    }
    const shape = contrastOf(measure, contrast, level);
    const asRiskRatio = onRiskRatioScale(measure, shape.estimate, shape.interval, people);
    ratios.push({ ...shape, measure, label: `ratio ${label}`, asRiskRatio });
  }
  const difference = differenceOf(contrast, level);
  const effect: Effect = {
    ...(difference.standardError === 0 ? { ...difference, ...withoutSpread(people, level) } : difference),
    measure: "riskDifference",
    label: `difference ${label}`,
    asRiskRatio: ratios.find(({ measure }) => measure === "riskRatio")?.asRiskRatio ?? null,
  };
  return { effects: [effect, ...ratios], refusals, armInfluence: arms };
}

function isDefined(measure: "riskRatio" | "oddsRatio", treated: number, comparison: number): boolean {
  return treated > 0 && comparison > 0 && (measure === "riskRatio" || (treated < 1 && comparison < 1));
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

function withoutSpread(people: AnalysisSet, level: number) {
  const count = (arm: 0 | 1) => ({ events: eventsIn(people, arm), total: peopleIn(people, arm) });
  return {
    ...newcombe(count(1), count(0), level),
    standardError: null,
    standardErrorKind:
      "none: nobody differs from the rest of their arm; the interval is Newcombe's for independent arms",
    df: null,
  };
}
