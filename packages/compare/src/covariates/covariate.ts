/**
 * One baseline covariate of the people compared, in natural order of their ids, nothing missing: a number, or the
 * levels of a factor with the reference level first.
 */
export type Covariate = NumericCovariate | FactorCovariate;

export interface NumericCovariate {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
}

export interface FactorCovariate {
  readonly kind: "factor";
  readonly name: string;
  /** In natural order, each held by somebody; the first is the reference. */
  readonly levels: readonly string[];
  /** Index into `levels`. */
  readonly codes: Int32Array;
}

/** The same covariate for some of the people, without the levels nobody of them holds. */
export function takeCovariate(covariate: Covariate, rows: Int32Array): Covariate {
  if (covariate.kind === "number")
    return { ...covariate, values: Float64Array.from(rows, (row) => covariate.values[row]!) };
  return withHeldLevels(
    covariate.name,
    covariate.levels,
    Int32Array.from(rows, (row) => covariate.codes[row]!),
  );
}

/** A factor with only the levels somebody holds, in the order given. */
export function withHeldLevels(name: string, levels: readonly string[], codes: Int32Array): FactorCovariate {
  const held = new Set(codes);
  const kept = levels.map((_, code) => code).filter((code) => held.has(code));
  const renumbered = new Map(kept.map((code, index) => [code, index]));
  return {
    kind: "factor",
    name,
    levels: kept.map((code) => levels[code]!),
    codes: codes.map((code) => renumbered.get(code)!),
  };
}
