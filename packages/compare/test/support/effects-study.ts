import type { AnalysisSet, Covariate, EffectEstimator } from "@likewise/compare";
import { effectEstimators } from "@likewise/compare";
import { oracle } from "./oracle.ts";

export const effects = oracle("effects");
const data = effects.data;

const siteNames: string[] = [...new Set<string>(data.site)];
const everybody = Int32Array.from(data.treat, (_, row) => row);

/** The awkward table of effects.R as an analysis set of one kind of outcome. */
export function people(kind: AnalysisSet["kind"], value: readonly number[], clustered = false): AnalysisSet {
  return {
    kind,
    rows: everybody,
    treated: Uint8Array.from(data.treat),
    value: Float64Array.from(value),
    exposureYears: Float64Array.from(data.years),
    time: Float64Array.from(data.week),
    covariates: [
      { kind: "number", name: "age", values: Float64Array.from(data.age) },
      factor("risk", ["high", "low", "medium"], data.risk),
    ],
    weightModel: null,
    weights: null,
    clusters: clustered
      ? { kind: "cluster", codes: Int32Array.from(data.site as string[], (site) => siteNames.indexOf(site)) }
      : null,
  };
}

/** Its people in the matched sets given in effects.R, with the weights stated there. */
export function matchedPeople(kind: AnalysisSet["kind"], value: readonly number[]): AnalysisSet {
  const whole = people(kind, value);
  const sets: number[][] = effects.matched.sets;
  const setOf = new Map(sets.flatMap((set, code) => set.map((row) => [row - 1, code] as const)));
  const rows = everybody.filter((row) => setOf.has(row));
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    ...whole,
    rows,
    treated: Uint8Array.from(rows, (row) => whole.treated[row]!),
    value: take(whole.value),
    exposureYears: take(whole.exposureYears!),
    time: take(whole.time!),
    covariates: [],
    weights: Float64Array.from(effects.matched.weights),
    clusters: { kind: "matched set", codes: Int32Array.from(rows, (row) => setOf.get(row)!) },
  };
}

export function effectsTable(): Record<string, (string | number)[]> {
  return data;
}

export function estimator(id: string): EffectEstimator {
  return effectEstimators.find((one) => one.id === id)!;
}

function factor(name: string, levels: string[], labels: string[]): Covariate {
  return { kind: "factor", name, levels, codes: Int32Array.from(labels, (label) => levels.indexOf(label)) };
}
