import { quantile } from "@likewise/stats";
import { exactCodes } from "../covariates/exact-codes.ts";
import { modelColumns } from "../covariates/model-columns.ts";
import { jointStrata } from "../matching/joint-strata.ts";
import { compareInStrata } from "../matching/strata-group.ts";
import type { People } from "../people/people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import { statedTerms } from "../scores/score-covariates.ts";
import { scoreOf } from "../scores/score-of.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import type { FormedGroup } from "./comparison-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { targetEstimand } from "./target-estimand.ts";

export const subclass: ComparisonMethod = {
  id: "subclass",
  label: "subclassification on the propensity score",
  estimands: ["att", "ate", "atc"],
  needs: ["covariates", "propensityScore"],
  source: "Rosenbaum and Rubin (1984), doi:10.1080/01621459.1984.10478078",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  form: subclassify,
};

/** As many strata as remove nine tenths of the bias of one covariate, by Cochran's rule. */
const usualStrata = 5;

function subclassify(people: People, { plan }: MethodOptions): FormedGroup {
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const score = scoreOf(people, plan);
  if (score.separated) return separated(score);
  const estimand = targetEstimand(plan);
  const subclasses = plan.subclasses ?? usualStrata;
  const declared = Object.fromEntries(people.exact.map((column) => [column.name, exactCodes(column)]));
  const ofScore = subclassOf(score.probability, people.treated, estimand, subclasses);
  const { strata } = jointStrata([ofScore, ...Object.values(declared)], people.numRows);
  return compareInStrata(
    people,
    {
      codes: strata,
      score: score.probability,
      exact: { subclass: ofScore, ...declared },
      options: { score: score.link, subclasses, exact: Object.keys(declared), ...statedTerms(plan) },
      models: [propensityModel(score)],
    },
    estimand,
  );
}

/** Cut at quantiles of those the effect is about, so that each stratum holds as many of them; lower limits inside. */
function subclassOf(
  score: Float64Array,
  treated: Uint8Array,
  estimand: "att" | "atc" | "ate",
  count: number,
): Int32Array {
  const about = estimand === "ate" ? score : score.filter((_, row) => treated[row] === (estimand === "att" ? 1 : 0));
  const cuts = Array.from({ length: count - 1 }, (_, i) => quantile(about, (i + 1) / count));
  return Int32Array.from(score, (value) => cuts.filter((cut) => value >= cut).length);
}
