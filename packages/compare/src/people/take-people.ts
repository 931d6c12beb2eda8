import { takeCovariate } from "../covariates/covariate.ts";
import type { People } from "./people.ts";

/** Some of the people, by row, in the order given. */
export function takePeople(people: People, rows: Int32Array): People {
  return {
    numRows: rows.length,
    units: Int32Array.from(rows, (row) => people.units[row]!),
    ids: Array.from(rows, (row) => people.ids[row]!),
    treated: Uint8Array.from(rows, (row) => people.treated[row]!),
    covariates: people.covariates.map((covariate) => takeCovariate(covariate, rows)),
    exact: people.exact.map((covariate) => takeCovariate(covariate, rows)),
    ...(people.antiExact === undefined
      ? {}
      : { antiExact: people.antiExact.map((covariate) => takeCovariate(covariate, rows)) }),
    ...(people.samplingWeights == null
      ? {}
      : { samplingWeights: Float64Array.from(rows, (row) => people.samplingWeights![row]!) }),
    clusters: people.clusters === null ? null : Int32Array.from(rows, (row) => people.clusters![row]!),
  };
}
