/** Letters at the start that count towards the bonus, and the bonus of each: Winkler's own constants. */
const PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/**
 * Jaro–Winkler similarity of two texts: 1 for equal texts, 0 for texts without a letter in common.
 *
 * Made for short names with slips of the pen. Letters are in common when they are equal and not further apart than half
 * the longer text less one; those out of order count half; up to four equal letters at the start add a bonus, always
 * (some programs add it above a similarity of 0.7 only). Two empty texts are equal. Letters are UTF-16 units, so fold
 * accents first.
 *
 * @returns 0 to 1, the same both ways round
 * @source Winkler (1990), String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of record
 *   linkage, Proceedings of the Section on Survey Research Methods, American Statistical Association, 354–359
 * @example
 * jaroWinkler("MARTHA", "MARHTA"); // 0.9611111111111111
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  // Which letters pair up can depend on the side one starts from, so the sides are put in an order of their own.
  const [first, second] = a.length < b.length || (a.length === b.length && a < b) ? [a, b] : [b, a];
  const { common, outOfOrder } = lettersInCommon(first, second);
  if (common === 0) return 0;
  const jaro = (common / first.length + common / second.length + (common - outOfOrder / 2) / common) / 3;
  let prefix = 0;
  while (prefix < PREFIX && prefix < first.length && first[prefix] === second[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

/** How many letters the texts have in common, and in how many places these differ once written out in order. */
function lettersInCommon(shorter: string, longer: string): { common: number; outOfOrder: number } {
  const reach = Math.max(0, Math.floor(longer.length / 2) - 1);
  const taken = new Uint8Array(longer.length);
  const paired: number[] = [];
  for (let at = 0; at < shorter.length; at++) {
    const last = Math.min(longer.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= last; other++) {
      if (taken[other] === 1 || shorter.charCodeAt(at) !== longer.charCodeAt(other)) continue;
      taken[other] = 1;
      paired.push(shorter.charCodeAt(at));
      break;
    }
  }
  let outOfOrder = 0;
  let place = 0;
  for (let other = 0; other < longer.length; other++) {
    if (taken[other] === 1 && longer.charCodeAt(other) !== paired[place++]) outOfOrder++;
  }
  return { common: paired.length, outOfOrder };
}
