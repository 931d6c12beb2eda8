import type { CostParameter, ParameterSet } from "./cost-parameter.ts";
import crime2015 from "./crime-2015-16.json" with { type: "json" };
import crime2019 from "./crime-2019-20.json" with { type: "json" };
import domesticAbuse from "./domestic-abuse-2016-17.json" with { type: "json" };
import care from "./health-care-justice-wellbeing.json" with { type: "json" };
import unitCosts from "./unit-cost-database-1-4.json" with { type: "json" };

/** Every set of published values that ships, newest of its kind first. */
export const parameterSets: readonly ParameterSet[] = [
  crime2019,
  crime2015,
  domesticAbuse,
  unitCosts,
  care,
] as unknown as readonly ParameterSet[];

const byId: ReadonlyMap<string, CostParameter> = new Map(
  parameterSets.flatMap(({ parameters }) => parameters.map((one) => [one.id, one] as const)),
);

/**
 * A published value by its id.
 *
 * A value written from memory (`RECALLED`) is given only when asked for by `recalled`: it must not reach a headline.
 *
 * @throws RangeError when there is none of this id, or it is recalled and was not asked for as such
 * @example
 * costParameter("ho-da-victim-police").pounds; // 645
 */
export function costParameter(id: string, { recalled = false }: { recalled?: boolean } = {}): CostParameter {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`costParameter: there is no value of id ${id}`);
  if (found.status === "RECALLED" && !recalled) {
    throw new RangeError(
      `costParameter: ${id} was written from memory and not seen in its source: ask for it by name as recalled`,
    );
  }
  return found;
}

/**
 * What outputs must say of the publications behind these values.
 *
 * @example
 * attributionsOf(["ho-da-victim-police"]); // []
 */
export function attributionsOf(ids: readonly string[]): string[] {
  return parameterSets
    .filter(({ attribution, parameters }) => attribution !== null && parameters.some(({ id }) => ids.includes(id)))
    .map(({ attribution }) => attribution!);
}
