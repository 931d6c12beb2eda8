/** @throws RangeError when gamma is not a finite factor of 1 or more */
export function requireGamma(caller: string, gamma: number): void {
  if (gamma >= 1 && Number.isFinite(gamma)) return;
  throw new RangeError(`${caller}: gamma must be >= 1 and finite (factor on the odds of treatment), got ${gamma}`);
}
