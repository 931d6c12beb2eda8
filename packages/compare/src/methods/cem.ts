import type { Covariate } from "../covariates/covariate.ts";
import { exactCodes } from "../covariates/exact-codes.ts";
import { jointStrata } from "../matching/joint-strata.ts";
import { compareInStrata } from "../matching/strata-group.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { targetEstimand } from "./target-estimand.ts";

export const cem: ComparisonMethod = {
  id: "cem",
  label: "coarsened exact matching",
  estimands: ["att", "ate", "atc"],
  needs: ["covariates"],
  source: "Iacus, King and Porro (2012), doi:10.1093/pan/mpr013; bins: Sturges (1926)",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  form: matchCoarsened,
};

function matchCoarsened(people: People, { plan }: MethodOptions): FormedGroup {
  const bins = plan.bins ?? sturges(people.numRows);
  const coarse = Object.fromEntries(people.covariates.map((covariate) => [covariate.name, coarsened(covariate, bins)]));
  const declared = Object.fromEntries(people.exact.map((column) => [column.name, exactCodes(column)]));
  const columns = { ...coarse, ...declared };
  const { strata } = jointStrata(Object.values(columns), people.numRows);
  const options = { bins, exact: Object.keys(declared) };
  return compareInStrata(
    people,
    { codes: strata, score: null, exact: columns, options, models: [] },
    targetEstimand(plan),
  );
}

function sturges(people: number): number {
  return Math.ceil(Math.log2(people) + 1);
}

/** Levels as they are; numbers in bins of equal width between the smallest and the largest, lower limits inside. */
function coarsened(covariate: Covariate, bins: number): Int32Array {
  if (covariate.kind === "factor") return covariate.codes;
  const { values } = covariate;
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const width = (most - least) / bins;
  return Int32Array.from(values, (value) =>
    width === 0 ? 0 : Math.min(bins - 1, Math.floor((value - least) / width)),
  );
}
