import { expectedFrom } from "./expected-from.ts";
import { perfectInformation } from "./perfect-information.ts";
import { requireDraws } from "./require-draws.ts";

/**
 * What it would be worth to know one parameter before deciding (EVPPI): the net benefit of each option beyond the first is
 * expected from the parameter by a curve through the draws, and what is expected takes the place of what was drawn.
 *
 * @param parameter   its draws
 * @param netBenefits draws of the net benefit of each option, pounds a person, equally many
 * @returns pounds a person, >= 0; 0 where the parameter does not vary
 * @throws RangeError when there are fewer than two options, or draws differ in number
 * @source Strong, Oakley and Brennan (2014), doi:10.1177/0272989X13505910, with a penalised curve of straight pieces
 * @example
 * parameterInformation([1, 1, 1, 1], [[10, 20, 30, 40], [30, 10, 40, 20]]); // 0
 */
export function parameterInformation(parameter: ArrayLike<number>, netBenefits: readonly ArrayLike<number>[]): number {
  const draws = requireDraws("parameterInformation", [parameter, ...netBenefits]);
  const [reference, ...others] = netBenefits;
  if (others.length === 0) {
    throw new RangeError(`parameterInformation: netBenefits must be of two options or more, got ${netBenefits.length}`);
  }
  const expected: Float64Array[] = [];
  for (const other of others) {
    const gained = Float64Array.from({ length: draws }, (_, i) => other[i]! - reference![i]!);
    const curve = expectedFrom(parameter, gained);
    if (curve === null) return 0;
    expected.push(curve);
  }
  return perfectInformation([new Float64Array(draws), ...expected]);
}
