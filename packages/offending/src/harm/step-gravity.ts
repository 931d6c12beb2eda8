/** A gravity after its factors, and whether the scale stopped it. */
export interface SteppedGravity {
  readonly gravity: number;
  /** The factors would have moved it past the end of the scale. */
  readonly atEnd: boolean;
}

/**
 * Gravity of an offence moved one step by aggravating or mitigating factors, as disposal matrices do. Factors of both
 * kinds leave it where it is; however many there are of one kind, the step is one.
 *
 * @param gravity whole number on the scale
 * @param scale   least and greatest gravity; 1 to 4 when left out
 * @returns gravity on the scale; a step past its end is said, not hidden
 * @throws RangeError when the gravity is not a whole number on the scale
 * @source ACPO youth offender case disposal gravity factor matrix (2013)
 * @example
 * stepGravity(3, { aggravating: true }); // { "gravity": 4, "atEnd": false }
 * stepGravity(1, { mitigating: true }); // { "gravity": 1, "atEnd": true }
 */
export function stepGravity(
  gravity: number,
  { aggravating = false, mitigating = false }: { readonly aggravating?: boolean; readonly mitigating?: boolean },
  [least, greatest]: readonly [number, number] = [1, 4],
): SteppedGravity {
  if (!Number.isInteger(gravity) || gravity < least || gravity > greatest) {
    throw new RangeError(
      `stepGravity: gravity must be a whole number from ${least} to ${greatest} (points), got ${gravity}`,
    );
  }
  const moved = gravity + Number(aggravating) - Number(mitigating);
  const inside = Math.min(greatest, Math.max(least, moved));
  return { gravity: inside, atEnd: inside !== moved };
}
