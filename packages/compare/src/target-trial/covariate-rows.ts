import type { Covariate } from "../covariates/covariate.ts";
import { modelColumns } from "../covariates/model-columns.ts";
import { type ChangingCovariate, valuesOverTime } from "./changing-covariate.ts";
import type { CovariateRow } from "./clones.ts";

/** Covariates as columns of a model, each about 0 and of spread 1 at time zero: the fit is that of the raw ones. */
export function covariateRows(
  people: number,
  covariates: readonly Covariate[],
  changing: readonly ChangingCovariate[],
): { columns: number; fill: CovariateRow } {
  const fixed = modelColumns(covariates).columns.map(({ values }) => {
    const { centre, spread } = scaleOf(values);
    return values.map((value) => (value - centre) / spread);
  });
  const moving = changing.map((one) => {
    const at = valuesOverTime("cloneCensorWeight", people, one);
    const { centre, spread } = scaleOf(Float64Array.from({ length: people }, (_, person) => at(person, 0)));
    return (person: number, day: number) => (at(person, day) - centre) / spread;
  });
  return {
    columns: fixed.length + moving.length,
    fill: (person, day, into, at) => {
      fixed.forEach((values, j) => {
        into[at + j] = values[person]!;
      });
      moving.forEach((valueOn, j) => {
        into[at + fixed.length + j] = valueOn(person, day);
      });
    },
  };
}

/** Only a convenient scale, so its digits do not matter; a column all of one value has spread 1. */
function scaleOf(values: Float64Array): { centre: number; spread: number } {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return { centre, spread: variance > 0 ? Math.sqrt(variance) : 1 };
}
