/** One group: how many started, were seen again, and of those how many improved. */
export interface GroupSeen {
  readonly enrolled: number;
  readonly seen: number;
  readonly improved: number;
}

export interface AttritionBounds {
  readonly kind: "likewise/attrition-bounds";
  /** treated minus comparison in shares improved, −1 to 1, under each reading of those not seen */
  readonly completeCase: number;
  readonly missingNotImproved: number;
  /** nobody unseen improved in the treated group, everybody in the comparison group */
  readonly worst: number;
  /** everybody unseen improved in the treated group, nobody in the comparison group */
  readonly best: number;
}

/**
 * What those nobody saw again could make of a difference in shares improved: from the worst to the best for the programme.
 *
 * @throws RangeError when counts are not whole numbers with improved <= seen <= enrolled, or nobody was seen
 * @source Manski (1990); Hollis and Campbell (1999), doi:10.1136/bmj.319.7211.670
 * @example
 * const treated = { enrolled: 4, seen: 2, improved: 1 };
 * attritionBounds({ treated, comparison: { enrolled: 4, seen: 4, improved: 1 } }).best; // 0.5
 */
export function attritionBounds({
  treated,
  comparison,
}: {
  readonly treated: GroupSeen;
  readonly comparison: GroupSeen;
}): AttritionBounds {
  for (const [name, { enrolled, seen, improved }] of Object.entries({ treated, comparison })) {
    const whole = [enrolled, seen, improved].every((count) => Number.isSafeInteger(count) && count >= 0);
    if (!whole || improved > seen || seen > enrolled || seen === 0) {
      throw new RangeError(
        `attritionBounds: ${name} must have 0 <= improved <= seen <= enrolled and seen > 0 (people), got ${improved}, ${seen} and ${enrolled}`,
      );
    }
  }
  const lowest = (group: GroupSeen) => group.improved / group.enrolled;
  const highest = (group: GroupSeen) => (group.improved + group.enrolled - group.seen) / group.enrolled;
  return {
    kind: "likewise/attrition-bounds",
    completeCase: treated.improved / treated.seen - comparison.improved / comparison.seen,
    missingNotImproved: lowest(treated) - lowest(comparison),
    worst: lowest(treated) - highest(comparison),
    best: highest(treated) - lowest(comparison),
  };
}
