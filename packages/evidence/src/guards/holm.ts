/**
 * p-values of several questions taken together (Holm's step-down): the chance of any false finding among them is held.
 *
 * @param pValues one for each question, any order
 * @returns adjusted p-values, 0 to 1, in the order given
 * @source Holm (1979), Scandinavian Journal of Statistics 6, 65–70
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
  const adjusted = new Array<number>(pValues.length);
  let least = 0;
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[index]!));
    adjusted[index] = least;
  });
  return adjusted;
}
