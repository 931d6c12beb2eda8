import { requireDraws } from "./require-draws.ts";

/**
 * What it would be worth, on average, to know everything before deciding (EVPI): the most a better evaluation can be worth for
 * each person it would decide about.
 *
 * @param netBenefits draws of the net benefit of each option, pounds a person, equally many; one option is `do nothing`, zeros
 * @returns pounds a person, >= 0
 * @throws RangeError when there are fewer than two options, or draws differ in number
 * @source Briggs, Claxton and Sculpher (2006), Decision Modelling for Health Economic Evaluation, section 6.2
 * @example
 * perfectInformation([[10, 20, 30, 40], [30, 10, 40, 20]]); // 7.5
 */
export function perfectInformation(netBenefits: readonly ArrayLike<number>[]): number {
  const draws = requireDraws("perfectInformation", netBenefits);
  if (netBenefits.length < 2) {
    throw new RangeError(`perfectInformation: netBenefits must be of two options or more, got ${netBenefits.length}`);
  }
  const totals = new Float64Array(netBenefits.length);
  let informed = 0;
  for (let i = 0; i < draws; i++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < netBenefits.length; j++) {
      const benefit = netBenefits[j]![i]!;
      totals[j]! += benefit;
      largest = Math.max(largest, benefit);
    }
    informed += largest;
  }
  return Math.max(0, (informed - totals.reduce((most, one) => Math.max(most, one))) / draws);
}
