import { type BetterIs, improvementSign } from "./improvement.ts";
import { toLimit } from "./to-limit.ts";

/** Mean and standard deviation of a population, points. */
export interface Population {
  readonly mean: number;
  readonly sd: number;
}

/** Where the range of people with the problem ends. A score on the value itself counts as clinical. */
export interface ClinicalCutOff {
  readonly value: number;
  /** scores that stand so to the value are clinical */
  readonly clinical: ">=" | ">" | "<=" | "<";
  readonly basis: "a" | "b" | "c" | "published";
}

/**
 * Jacobson and Truax's cut-offs between people with the problem and people without: `a` two standard deviations from the
 * clinical mean, `b` two from the functional mean, `c` where a score is as far from one as from the other, in standard
 * deviations. Use c where the two overlap and both are known, a where there are no norms.
 *
 * @param clinical   people who come for help, points; needed for a and c
 * @param functional people who do not, points; needed for b and c
 * @throws RangeError when a population the cut-off needs is not given, or a standard deviation is not > 0, or people who come for help
 *   have for c no worse a mean than people who do not
 * @source Jacobson and Truax (1991), doi:10.1037/0022-006X.59.1.12
 * @example
 * cutOff("c", { clinical: { mean: 40, sd: 7.5 }, functional: { mean: 60, sd: 7.5 }, better: "higher" }).value; // 50
 */
export function cutOff(
  basis: "a" | "b" | "c",
  {
    clinical,
    functional,
    better,
  }: { readonly clinical?: Population; readonly functional?: Population; readonly better: BetterIs },
): ClinicalCutOff {
  const sign = improvementSign(better);
  const one = basis === "b" ? null : needed("clinical", basis, clinical);
  const other = basis === "a" ? null : needed("functional", basis, functional);
  if (one !== null && other !== null && !(sign * (other.mean - one.mean) > 0)) {
    throw new RangeError(
      `cutOff: functional must have the better mean (points, ${better} is better), got ${other.mean} and ${one.mean}`,
    );
  }
  const value =
    one === null
      ? other!.mean - 2 * sign * other!.sd
      : other === null
        ? one.mean + 2 * sign * one.sd
        : (other.sd * one.mean + one.sd * other.mean) / (other.sd + one.sd);
  return { value, clinical: better === "higher" ? "<=" : ">=", basis };
}

function needed(name: string, basis: string, population: Population | undefined): Population {
  if (population === undefined)
    throw new RangeError(`cutOff: ${name} must be given (mean and sd, points) for cut-off ${basis}, got none`);
  if (!(population.sd > 0) || !Number.isFinite(population.mean)) {
    throw new RangeError(
      `cutOff: ${name} must have a mean and an sd > 0 (points), got ${population.mean} and ${population.sd}`,
    );
  }
  return population;
}

/** Whether a score lies among those of people with the problem. */
export function isClinical(given: number, { value, clinical }: ClinicalCutOff): boolean {
  const score = toLimit(given, value);
  if (clinical === ">=") return score >= value;
  if (clinical === ">") return score > value;
  return clinical === "<=" ? score <= value : score < value;
}
