/**
 * Places shared among panels in proportion to their weights, none with more places than people: one place at a time to
 * the panel whose share is furthest behind (Sainte-Laguë); ties to the earlier panel.
 *
 * @param places  places in all, at most the sum of `people`
 * @param weights one a panel, >= 0
 * @param people  most places a panel can fill
 * @returns places of each panel, summing to `places`
 */
export function placesByPanel(places: number, weights: readonly number[], people: readonly number[]): number[] {
  const given = weights.map(() => 0);
  for (let place = 0; place < places; place++) {
    let next = -1;
    let best = -1;
    for (let panel = 0; panel < weights.length; panel++) {
      const claim = weights[panel]! / (2 * given[panel]! + 1);
      if (given[panel]! < people[panel]! && claim > best) [next, best] = [panel, claim];
    }
    if (next === -1)
      throw new RangeError(`placesByPanel: places must be at most the people on the lists, got ${places}`);
    given[next]!++;
  }
  return given;
}
