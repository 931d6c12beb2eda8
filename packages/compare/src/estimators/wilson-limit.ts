/** Need not be whole: weighted people count as their effective number. */
export interface EventCount {
  readonly events: number;
  readonly total: number;
}

/**
 * Limit of Wilson's score interval of a proportion, z standard errors away (the lower one where z is negative). By z rather
 * than by level: levels very near 1 have no digits left.
 *
 * @source Wilson (1927), doi:10.1080/01621459.1927.10502953
 */
export function wilsonLimit({ events, total }: EventCount, z: number): number {
  const p = events / total;
  const squared = z * z;
  const centre = 2 * events + squared;
  const spread = z * Math.sqrt(squared + 4 * events * (1 - p));
  return (centre + spread) / (2 * (total + squared));
}
