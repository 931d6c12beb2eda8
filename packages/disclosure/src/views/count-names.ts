import { countName } from "@likewise/schema";

/** People of the treated arm counted in several places are the same people when the number is the same. */
export function treatedPeople(count: unknown): string {
  return `treated people: ${String(count)}`;
}

/** The same for the comparison arm. */
export function comparisonPeople(count: unknown): string {
  return `comparison people: ${String(count)}`;
}

/**
 * Counts of one unit at the same levels of the same dimensions with the same number, in whatever table; people over all
 * dimensions are also those of the pathway.
 */
export function totalNames(unit: string, levels: readonly (readonly [string, string])[], count: number): string[] {
  const people = unit === "person" && levels.length === 0 ? [treatedPeople(count)] : [];
  return [`${unit} ${JSON.stringify(levels)} ${count}`, ...people];
}

/** An arm observed for an outcome, and those of it with the outcome, as producers of tables call them. */
export function outcomeNames(outcome: string, arm: string): { readonly having: string; readonly of: string } {
  return {
    having: countName("with outcome", { arm, outcome }),
    of: countName("observed for outcome", { arm, outcome }),
  };
}

/** People followed over a window from the index date, and those with an event in it, as the blocks call them. */
export function windowNames(outcome: string, group: string, window: string): { having: string; of: string } {
  return {
    having: countName("block with event", { group, outcome, window }),
    of: countName("block", { group, window }),
  };
}
