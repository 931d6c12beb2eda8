import type { ArmCheck, CheckedShare } from "@likewise/schema";

/** Shares of two arms this far apart are worth a warning: ten points, and three standard errors so that chance is ruled out. */
export const apartBy = 0.1;
export const standardErrors = 3;

/** The check of this id, where the study allows it. */
export function checkNamed(checks: readonly ArmCheck[], id: string): ArmCheck | undefined {
  return checks.find((check) => check.id === id);
}

export function share({ numerator, denominator }: CheckedShare): number {
  return numerator / denominator;
}

/** Treated minus comparison where the two are clearly apart, else 0. */
export function apart(check: Pick<ArmCheck, "treated" | "comparison"> | undefined): number {
  if (check === undefined) return 0;
  const { treated, comparison } = check;
  const difference = share(treated) - share(comparison);
  return Math.abs(difference) >= apartBy && Math.abs(standardised(treated, comparison)) >= standardErrors
    ? difference
    : 0;
}

/** The difference of two shares in standard errors of it if they were one share. */
export function standardised(one: CheckedShare, other: CheckedShare): number {
  const pooled = (one.numerator + other.numerator) / (one.denominator + other.denominator);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.denominator + 1 / other.denominator));
  return error === 0 ? 0 : (share(one) - share(other)) / error;
}
