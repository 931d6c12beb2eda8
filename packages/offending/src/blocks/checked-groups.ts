import { type Anchors, integersOf, type Observation } from "@likewise/schema";
import { rowOfUnit } from "../events/row-of-unit.ts";

/** People of one group, each once, in rising order. */
export interface CheckedGroup {
  readonly id: string;
  /** Of their rows among the people analysed. */
  readonly rows: Int32Array;
}

/**
 * Groups with each person once.
 *
 * @throws RangeError when a unit is not among the anchors
 */
export function checkedGroups(
  caller: string,
  anchors: Anchors,
  observation: Observation,
  groups: readonly { readonly id: string; readonly units: Int32Array }[],
): CheckedGroup[] {
  const isKnown = rowOfUnit(integersOf(anchors.table, "unit").values);
  const rowOf = rowOfUnit(observation.columns.unit.values);
  return groups.map(({ id, units }) => {
    const stranger = units.find((unit) => isKnown(unit) === undefined);
    if (stranger !== undefined)
      throw new RangeError(`${caller}: units of ${id} must be among the anchors, got ${stranger}`);
    return {
      id,
      rows: units
        .slice()
        .sort()
        .filter((unit, place, rising) => unit !== rising[place - 1])
        .map((unit) => rowOf(unit)!),
    };
  });
}
