import { type PlanningEntry, type PlanningField, type PlanningInput, planningFields } from "@likewise/schema";
import { plannedDesigns } from "./designs/index.ts";

/** What is wrong with one stated value, in words. */
export interface PlanningProblem {
  readonly id: keyof PlanningInput;
  /** what was expected, in the unit people type: "per cent, above 0 and below 100" */
  readonly expected: string;
}

/**
 * A whole plan from the part that was stated: everything else is assumed, and marked so.
 *
 * @param stated values as held: shares 0 to 1
 * @returns the input with an entry for each field, or everything that is wrong with it
 * @example
 * "problems" in readPlanningInput({ people: 55 }); // true
 */
export function readPlanningInput(
  stated: Partial<PlanningInput>,
):
  | { readonly input: PlanningInput; readonly entries: readonly PlanningEntry[] }
  | { readonly problems: PlanningProblem[] } {
  const problems = planningFields.flatMap((field) => problemWith(field, stated[field.id]));
  if (problems.length > 0) return { problems };
  const soFar: Record<string, unknown> = {};
  const entries = planningFields.map(({ id, label, unit, assume }): PlanningEntry => {
    const value = stated[id] ?? assume!(soFar);
    soFar[id] = value;
    return { id, label, unit, value, assumed: stated[id] === undefined };
  });
  const input = soFar as unknown as PlanningInput;
  const apart = disagreements(input);
  return apart.length > 0 ? { problems: apart } : { input, entries };
}

function problemWith(field: PlanningField, value: unknown): PlanningProblem[] {
  if (value === undefined)
    return field.assume === null ? [{ id: field.id, expected: `${expectedOf(field)}; it must be stated` }] : [];
  return isAllowed(field, value) ? [] : [{ id: field.id, expected: expectedOf(field) }];
}

function isAllowed(field: PlanningField, value: unknown): boolean {
  switch (field.unit) {
    case "answer":
      return typeof value === "boolean";
    case "word":
      return wordsOf(field).includes(value as string);
    case "range": {
      const { low, high } = value as PlanningInput["baseRange"];
      return isWithin(field, low) && isWithin(field, high) && low <= high;
    }
    default:
      return isWithin(field, value);
  }
}

function isWithin({ least, most, openEnds = false, whole = false }: PlanningField, value: unknown): boolean {
  if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return false;
  return openEnds ? value > least && value < most : value >= least && value <= most;
}

function wordsOf({ words }: PlanningField): readonly string[] {
  return words ?? plannedDesigns.map(({ id }) => id);
}

/** What a field may be, as people type it. */
function expectedOf(field: PlanningField): string {
  const { unit, least, most, openEnds = false, whole = false } = field;
  if (unit === "answer") return "yes or no";
  if (unit === "word") return `one of ${wordsOf(field).join(", ")}`;
  const isShare = unit === "share" || unit === "range";
  const [low, high] = isShare ? [100 * least, Math.round(100 * most)] : [least, most];
  const bounds = openEnds ? `above ${low} and below ${high}` : `from ${low} to ${high}`;
  const what =
    unit === "range" ? "two per cents, the lower first" : isShare ? "per cent" : whole ? "a whole number" : "a number";
  return `${what}, ${bounds}`;
}

function disagreements({ baseRate, baseRange, better, smallestEffect }: PlanningInput): PlanningProblem[] {
  const room = better === "lower" ? baseRate : 1 - baseRate;
  const problems: PlanningProblem[] = [];
  if (smallestEffect >= room)
    problems.push({
      id: "smallestEffect",
      expected: `less than the ${better === "lower" ? "base rate" : "room above the base rate"}: no share can ${better === "lower" ? "fall below 0" : "rise above 100"}`,
    });
  if (baseRange.low > baseRate || baseRange.high < baseRate)
    problems.push({ id: "baseRange", expected: "a range that holds the base rate" });
  return problems;
}
