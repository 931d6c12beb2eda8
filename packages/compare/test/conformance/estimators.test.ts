import { type AnalysisSet, type Effect, type EffectEstimator, effectEstimators } from "@likewise/compare";
import { effectMeasure } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { effectsTable, matchedPeople, people } from "../support/effects-study.ts";
import { expectClose } from "../support/oracle.ts";

const table = effectsTable() as Record<string, number[]>;
const options = { level: 0.95, standardiseOver: "everyone" } as const;
const values = { binary: table.event!, count: table.count!, continuous: table.score!, "time-to-event": table.event! };

const cases = effectEstimators.flatMap((estimator) =>
  estimator.kinds.map((kind) => ({ name: `${estimator.id}, ${kind}`, estimator, kind })),
);

/** People an estimator is for; matched ones in pairs, so that neither arm is weighted. */
function given(estimator: EffectEstimator, kind: AnalysisSet["kind"]): AnalysisSet {
  if (!estimator.needs.includes("matchedSets")) return people(kind, values[kind]);
  const sets = matchedPeople(kind, values[kind]);
  // The first comparison of every set, beside its treated person.
  const seen = new Set<string>();
  const rows = Int32Array.from(sets.treated, (_, row) => row).filter((row) => {
    const key = `${sets.clusters!.codes[row]} ${sets.treated[row]}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return { ...reorder(sets, rows), weights: Float64Array.from(rows, () => 1) };
}

function reorder(set: AnalysisSet, rows: Int32Array): AnalysisSet {
  const take = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  return {
    ...set,
    rows: Int32Array.from(rows, (row) => set.rows[row]!),
    treated: Uint8Array.from(rows, (row) => set.treated[row]!),
    value: take(set.value),
    exposureYears: take(set.exposureYears!),
    time: take(set.time!),
    weights: set.weights && take(set.weights),
    clusters: set.clusters && { ...set.clusters, codes: Int32Array.from(rows, (row) => set.clusters!.codes[row]!) },
    covariates: set.covariates.map((covariate) =>
      covariate.kind === "number"
        ? { ...covariate, values: take(covariate.values) }
        : { ...covariate, codes: Int32Array.from(rows, (row) => covariate.codes[row]!) },
    ),
  };
}

const numbers = ({ estimate, standardError, interval, pValue }: Effect) => [
  estimate,
  standardError ?? 0,
  ...interval,
  pValue,
];

describe("the registry of estimators", () => {
  it("names each once", () => {
    const ids = effectEstimators.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("never offers one measure of one kind of outcome twice under one name", () => {
    const offered = cases.flatMap(({ estimator, kind }) =>
      estimator.measures.map((measure) => `${kind}:${measure}:${estimator.estimator}`),
    );
    expect(new Set(offered).size).toBe(offered.length);
  });

  it.each(effectEstimators)("$id declares its label and source", ({ label, source }) => {
    expect(label).not.toBe("");
    expect(source).toMatch(/\d{4}/);
  });
});

describe.each(cases)("$name", ({ estimator, kind }) => {
  const set = given(estimator, kind);
  const { effects } = estimator.estimate(set, options);

  it("gives or refuses every measure it declares, and no other", () => {
    const { refusals } = estimator.estimate(set, options);
    expect([...effects, ...refusals].map(({ measure }) => measure).sort()).toEqual([...estimator.measures].sort());
  });

  it("says the same thing by its interval and by its p-value", () => {
    for (const effect of effects) {
      const none = effectMeasure(effect.measure).nullValue;
      const [lower, upper] = effect.interval;
      expect(lower <= effect.estimate && effect.estimate <= upper).toBe(true);
      expect(effect.pValue < 0.05).toBe(none < lower || none > upper);
      const touching = estimator
        .estimate(set, { ...options, level: 1 - effect.pValue })
        .effects.find(({ measure }) => measure === effect.measure)!;
      expect(Math.min(...touching.interval.map((limit) => Math.abs(limit - none)))).toBeLessThan(1e-6);
    }
  });

  it("does not mind the order of rows", () => {
    const order = Int32Array.from(randomStream(kind).shuffle(Array.from(set.treated, (_, row) => row)));
    const shuffled = estimator.estimate(reorder(set, order), options).effects;
    effects.forEach((effect, k) => {
      numbers(effect).forEach((value, at) => {
        expectClose(numbers(shuffled[k]!)[at], value, 1e-8);
      });
    });
  });

  it("turns round when the arms are swapped", () => {
    const swapped = estimator.estimate({ ...set, treated: set.treated.map((arm) => 1 - arm) }, options).effects;
    effects.forEach((effect, k) => {
      const turn = effectMeasure(effect.measure).ratio ? (value: number) => 1 / value : (value: number) => -value;
      expectClose(swapped[k]!.estimate, turn(effect.estimate), 1e-7);
      expectClose(swapped[k]!.pValue, effect.pValue, 1e-7);
    });
  });

  it("gives the same bits for the same input, and leaves it as it was", () => {
    const before = JSON.stringify(set);
    expect(JSON.stringify(estimator.estimate(set, options).effects)).toBe(JSON.stringify(effects));
    expect(JSON.stringify(set)).toBe(before);
  });

  it.each([
    ["nobody has an event", () => 0],
    ["everybody has one", () => 1],
    ["only treated people have one", (treated: number) => treated],
  ])("answers or refuses when %s, and never with a number that is not one", (_, value) => {
    const extreme = { ...set, value: Float64Array.from(set.treated, value) };
    const result = estimator.estimate(extreme, options);
    for (const effect of result.effects) expect(numbers(effect).every(Number.isFinite)).toBe(true);
    expect(result.effects.length + result.refusals.length).toBe(estimator.measures.length);
  });

  it.each([
    ["one person in each arm", [1, 0]],
    ["one treated person", [1, 0, 0, 0, 0]],
    ["nobody treated", [0, 0, 0]],
  ])("answers or refuses with %s", (_, arms) => {
    const rows = arms.map(
      (arm, k) => Array.from(set.treated, (__, row) => row).filter((row) => set.treated[row] === arm)[k]!,
    );
    const few = reorder(set, Int32Array.from(rows));
    const clusters = few.clusters && { ...few.clusters, codes: Int32Array.from(few.clusters.codes, (_c, k) => k) };
    const result = estimator.estimate({ ...few, clusters }, options);
    for (const effect of result.effects) expect(numbers(effect).every(Number.isFinite)).toBe(true);
    expect(result.effects.length + result.refusals.length).toBe(estimator.measures.length);
  });
});
