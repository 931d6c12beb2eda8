import type { Balance, Comparison, ComparisonPlan, Estimate, Matching, Refusal } from "@likewise/schema";
import type { ComparisonResult } from "../comparison-result.ts";
import { withAdjustedPValues } from "../multiplicity/with-adjusted-p-values.ts";
import { eValue, eValueOfInterval } from "../sensitivity/e-value.ts";
import { averaged } from "./averaged.ts";
import { joinedRows } from "./joined-rows.ts";
import { pooledCovariance } from "./pooled-covariance.ts";
import { pooledEstimate } from "./pooled-estimate.ts";
import { pooledModels } from "./pooled-models.ts";

/**
 * Comparisons of the same people with their covariates imputed, one data set each, as one comparison: every data set has its
 * own comparison group and its own estimates, and these are pooled. Balance is averaged, with the worst data set's beside it;
 * of matched people the counts are those of the data set in which fewest treated people were matched.
 *
 * What has no rule of pooling (curves, tests, ranges over ties, checks of sensitivity) stays where no imputed value bears on it,
 * and is refused otherwise.
 *
 * @param each    at least two
 * @param primary ids of the outcomes declared primary
 * @source the within approach: Leyrat and others (2019), doi:10.1177/0962280217713032
 */
export function pooledComparison(
  each: readonly ComparisonResult[],
  plan: ComparisonPlan,
  primary: ReadonlySet<string>,
): ComparisonResult {
  const comparisons = each.map(({ comparison }) => comparison);
  const first = comparisons[0]!;
  const pooled = pooledEstimates(comparisons);
  const refused = new Map(comparisons.flatMap(({ refusals }) => refusals.map((one) => [one.id, one] as const)));
  const reasons = new Set([...refused.values()].map(({ what }) => what));
  const unpooled = withoutRule(comparisons, plan);
  return {
    comparison: {
      ...first,
      design: {
        ...averaged(comparisons.map(({ design }) => design)),
        imputations: each.length,
        ...(plan.multiplicity === undefined ? {} : { multiplicity: plan.multiplicity }),
      },
      matching: pooledMatching(comparisons),
      weighting: averaged(comparisons.map(({ weighting }) => weighting)),
      balance: pooledBalance(comparisons.map(({ balance }) => balance)),
      estimates: withAdjustedPValues(withEValues(pooled.estimates), primary, plan.multiplicity),
      tests: kept(comparisons.map(({ tests }) => tests)),
      curves: kept(comparisons.map(({ curves }) => curves)),
      models: pooledModels(comparisons.map(({ models }) => models)),
      refusals: [...refused.values(), ...pooled.refusals.filter(({ what }) => !reasons.has(what)), ...unpooled],
      assumptions: [
        ...new Set(comparisons.flatMap(({ assumptions }) => assumptions)),
        ...(first.matching === null
          ? []
          : ["counts of matched people are those of the imputed data set in which fewest treated people were matched"]),
        ...(pooled.estimates.some(({ imputations }) => imputations !== null)
          ? ["E-values of pooled estimates are given for risks alone, from the pooled risk ratio"]
          : []),
      ],
    },
    overlap: null,
    matchedRows: joinedRows(each.map(({ matchedRows }) => matchedRows)),
    jointCovariance: pooledCovariance(each.map(({ jointCovariance }) => jointCovariance)),
  };
}

function pooledEstimates(comparisons: readonly Comparison[]): { estimates: Estimate[]; refusals: Refusal[] } {
  const ids = [...new Set(comparisons.flatMap(({ estimates }) => estimates.map(({ id }) => id)))];
  const estimates: Estimate[] = [];
  const refusals: Refusal[] = [];
  for (const id of ids) {
    const same = comparisons.flatMap((one) => one.estimates.filter((estimate) => estimate.id === id));
    const pooled =
      same.length < comparisons.length
        ? { why: "it cannot be had in every imputed data set, and those where it can are not all" }
        : pooledEstimate(same);
    if ("estimate" in pooled) estimates.push(pooled.estimate);
    else refusals.push({ id: `not-pooled:${id}`, what: id, why: pooled.why, unlocks });
  }
  return { estimates, refusals };
}

const unlocks = "missing: indicator or drop, or covariates known of everybody";

/** What stands in the comparisons and differs between data sets, and what the plan asks for that is not done over several. */
function withoutRule(comparisons: readonly Comparison[], plan: ComparisonPlan): Refusal[] {
  const refusal = (rule: string, what: string, why: string): Refusal => ({ id: rule, what, why, unlocks });
  const [first] = comparisons;
  const differs = (key: "curves" | "tests") =>
    kept<unknown>(comparisons.map((one): readonly unknown[] => one[key])).length < first![key].length;
  return [
    ...(differs("curves")
      ? [refusal("imputed-curves", "curves", "there is no agreed way of pooling curves of differently formed groups")]
      : []),
    ...(differs("tests")
      ? [refusal("imputed-tests", "tests", "a test statistic has no rule of pooling; the intervals do")]
      : []),
    ...(first!.matching === null
      ? []
      : [refusal("imputed-tie-range", "tie range", "a range over ties would mix ties with imputed values")]),
    ...(plan.sensitivity === undefined
      ? []
      : [
          refusal(
            "imputed-sensitivity",
            "sensitivity",
            "checks of sensitivity are of one comparison group, and each imputed data set has its own",
          ),
        ]),
  ];
}

/** Entries that are the same in every data set. */
function kept<Entry>(each: readonly (readonly Entry[])[]): Entry[] {
  const others = each.slice(1).map((entries) => new Set(entries.map((entry) => JSON.stringify(entry))));
  return each[0]!.filter((entry) => others.every((texts) => texts.has(JSON.stringify(entry))));
}

function pooledBalance(each: readonly (readonly Balance[])[]): Balance[] {
  return averaged(each).map((row, at) => ({
    ...row,
    worstImputed: each
      .map((rows) => (rows[at]!.after ?? rows[at]!.before).standardisedMeanDifference as number | null)
      .reduce(
        (worst, one) => (one !== null && (worst === null || Math.abs(one) > Math.abs(worst)) ? one : worst),
        null,
      ),
  }));
}

function pooledMatching(comparisons: readonly Comparison[]): Matching | null {
  const matched = comparisons.flatMap(({ matching }) => (matching === null ? [] : [matching]));
  if (matched.length < comparisons.length) return null;
  const fewest = matched.reduce((least, one) => (one.treatedMatched < least.treatedMatched ? one : least));
  const added = Object.keys(fewest.constraintsChecked).map((name) => {
    const total = (key: "checked" | "broken") =>
      matched.reduce((sum, { constraintsChecked }) => sum + (constraintsChecked[name]![key] as number), 0);
    return [name, { checked: total("checked"), broken: total("broken") }];
  });
  const unknown = Object.keys(fewest.tieRange).map((outcome) => [outcome, null]);
  const lost = matched.every((one) => one.lost.length === fewest.lost.length)
    ? averaged(matched.map((one) => one.lost))
    : fewest.lost;
  return { ...fewest, lost, constraintsChecked: Object.fromEntries(added), tieRange: Object.fromEntries(unknown) };
}

/** Of differences in risk too, that of the risk ratio of the same people. */
function withEValues(estimates: readonly Estimate[]): Estimate[] {
  return estimates.map((estimate) => {
    const { measure, imputations, id } = estimate;
    if (imputations === null || (measure !== "riskDifference" && measure !== "riskRatio")) return estimate;
    const ratio = estimates.find((one) => one.id === id.replace(":riskDifference:", ":riskRatio:"));
    const numbers = [ratio?.estimate, ...(ratio?.interval ?? [])];
    if (ratio?.measure !== "riskRatio" || !numbers.every((one) => typeof one === "number")) return estimate;
    const [value, lower, upper] = numbers as [number, number, number];
    const [low, high] = estimate.interval as [number, number];
    const none = measure === "riskRatio" ? 1 : 0;
    const includesNone = low <= none && high >= none;
    return {
      ...estimate,
      sensitivity: {
        ...estimate.sensitivity,
        eValue: { estimate: eValue(value), interval: includesNone ? 1 : eValueOfInterval(lower, upper) },
      },
    };
  });
}
