/** Refuses looks that are not in order, or too close together for what was seen between them to mean anything. */
export function checkShares(caller: string, shares: readonly number[]): void {
  if (shares.length === 0) throw new RangeError(`${caller}: shares must hold at least one look, got none`);
  shares.forEach((share, index) => {
    const before = shares[index - 1] ?? 0;
    if (!(share - before >= leastStep - 1e-9 && share <= 1))
      throw new RangeError(
        `${caller}: shares must rise by at least ${leastStep} from look to look, up to 1 (share of the information), got ${share} after ${before}`,
      );
  });
}

const leastStep = 0.01;
