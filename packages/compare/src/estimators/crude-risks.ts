import { oddsRatio, riskRatio } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromOddsRatio } from "../sensitivity/risk-ratio-scale.ts";
import { armRatios } from "./arm-ratios.ts";
import { armValue, eventsIn, peopleIn } from "./arm-summary.ts";
import { clusteredRisks } from "./clustered-risks.ts";
import { crudeWildTests } from "./crude-wild-tests.ts";
import type { Effect, EffectEstimator, EffectResult, RiskRatioScale } from "./estimator.ts";
import { newcombe, newcombeInterval } from "./newcombe.ts";
import { allRefused, reasons, refused } from "./refused.ts";
import { waldRatio } from "./wald.ts";
import type { EventCount } from "./wilson-limit.ts";

export const crudeRisks: EffectEstimator = {
  id: "crude-risks",
  estimator: "crude",
  label: "difference and ratios of the two proportions",
  kinds: ["binary"],
  measures: ["riskDifference", "riskRatio", "oddsRatio"],
  needs: [],
  source:
    "Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10; Katz et al. (1978); Woolf (1955); clusters: Liang and Zeger (1986), doi:10.1093/biomet/73.1.13",
  estimate(people, options) {
    if (people.clusters !== null) {
      const result = clusteredRisks(people, options.level, "crude");
      return { ...result, tests: crudeWildTests(people, result, "riskDifference", options) };
    }
    return independentRisks(people, options.level);
  },
};

function independentRisks(people: AnalysisSet, level: number): EffectResult {
  const [treated, comparison] = ([1, 0] as const).map((arm) => ({
    events: eventsIn(people, arm),
    total: peopleIn(people, arm),
  })) as [EventCount, EventCount];
  if (treated.total === 0 || comparison.total === 0) return allRefused(crudeRisks.measures, reasons.emptyArm);

  const influence = armInfluenceOf(people, treated, comparison);
  if (!hasRatios(treated, comparison)) {
    return {
      effects: [riskDifference(people, treated, comparison, null, level)],
      refusals: refused(["riskRatio", "oddsRatio"], reasons.zeroCell),
      armInfluence: influence,
    };
  }
  const ratio = riskRatio({ first: treated, second: comparison, level });
  const odds = oddsRatio({ first: treated, second: comparison, level });
  const common = (treated.events + comparison.events) / (treated.total + comparison.total) >= 0.15;
  const asRisk = (value: number) => riskRatioFromOddsRatio(value, { common });
  const effects: Effect[] = [
    riskDifference(people, treated, comparison, ratio, level),
    {
      ...ratioEffect(people, treated, comparison, ratio.ratio, ratio.logStandardError, level),
      measure: "riskRatio",
      label: "ratio of proportions (Katz log interval)",
      asRiskRatio: ratio,
    },
    {
      ...ratioEffect(people, treated, comparison, odds.ratio, odds.logStandardError, level),
      measure: "oddsRatio",
      label: "ratio of odds (Woolf log interval)",
      asRiskRatio: { ratio: asRisk(odds.ratio), lower: asRisk(odds.lower), upper: asRisk(odds.upper) },
    },
  ];
  return { effects, refusals: [], armInfluence: influence };
}

function riskDifference(
  people: AnalysisSet,
  treated: EventCount,
  comparison: EventCount,
  asRiskRatio: RiskRatioScale | null,
  level: number,
): Effect {
  const [p, q] = [treated.events / treated.total, comparison.events / comparison.total];
  return {
    measure: "riskDifference",
    label: "difference in proportions",
    // One fraction, so that equal proportions differ by exactly 0.
    estimate:
      (treated.events * comparison.total - comparison.events * treated.total) / (treated.total * comparison.total),
    standardError: Math.sqrt((p * (1 - p)) / treated.total + (q * (1 - q)) / comparison.total),
    standardErrorKind: "unpooled binomial; the interval is Newcombe's and does not use it",
    df: null,
    clusters: null,
    ...newcombe(treated, comparison, level),
    // More treated people against the comparison people there are.
    intervalAt: (growth) =>
      newcombeInterval({ events: treated.events * growth, total: treated.total * growth }, comparison, level),
    treated: armValue(people, 1, p),
    comparison: armValue(people, 0, q),
    adjustedFor: [],
    asRiskRatio,
    independentProportions: true,
  };
}

function ratioEffect(
  people: AnalysisSet,
  treated: EventCount,
  comparison: EventCount,
  ratio: number,
  logStandardError: number,
  level: number,
): Omit<Effect, "measure" | "label" | "asRiskRatio"> {
  return {
    estimate: ratio,
    standardError: logStandardError,
    standardErrorKind: "of the log; binomial",
    df: null,
    clusters: null,
    ...waldRatio(Math.log(ratio), logStandardError, null, level),
    treated: armValue(people, 1, treated.events / treated.total),
    comparison: armValue(people, 0, comparison.events / comparison.total),
    adjustedFor: [],
  };
}

/** With nobody in an arm the log has no value; with everybody in it the arm would count as known exactly. */
function hasRatios(treated: EventCount, comparison: EventCount): boolean {
  return [treated, comparison].every(({ events, total }) => events > 0 && events < total);
}

function armInfluenceOf(people: AnalysisSet, treated: EventCount, comparison: EventCount) {
  if (treated.total < 2 || comparison.total < 2) return null;
  return armRatios(people, people.value, new Float64Array(people.value.length).fill(1));
}
