import { countName, type Table } from "@likewise/schema";

type Names = { readonly numerator: string; readonly denominator: string };

/**
 * Names of a share with an outcome: of everyone of an arm, as comparisons and tables of reoffending call them, or of those
 * at a level of something else.
 */
export function outcomeNames(outcome: string, arm: string, level: Readonly<Record<string, string>> = {}): Names {
  const at = { arm, outcome, ...level };
  return { numerator: countName("with outcome", at), denominator: countName("observed for outcome", at) };
}

/** Everyone of an arm is made up of its levels: what is known of all but one of them gives the last away. */
export function outcomeSums(
  outcome: string,
  arm: string,
  dimension: string,
  levels: readonly string[],
): NonNullable<Table["sums"]> {
  const whole = outcomeNames(outcome, arm);
  const parts = levels.map((level) => outcomeNames(outcome, arm, { [dimension]: level }));
  return (["numerator", "denominator"] as const).map((part) => ({
    total: whole[part],
    parts: parts.map((names) => names[part]),
  }));
}
