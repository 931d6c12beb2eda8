import type { Covariate } from "./covariate.ts";

/** Whole-number codes of a covariate's values, for asking whether two people have the same one. */
export function exactCodes(covariate: Covariate): Int32Array {
  if (covariate.kind === "factor") return covariate.codes;
  const distinct = new Map<number, number>();
  return Int32Array.from(covariate.values, (value) => {
    const code = distinct.get(value) ?? distinct.size;
    distinct.set(value, code);
    return code;
  });
}
