import { type Anchors, integersOf } from "@likewise/schema";
import { rowOfUnit } from "../events/row-of-unit.ts";

/** People of one group, each once, in rising order. */
export interface CheckedGroup {
  readonly id: string;
  readonly units: readonly number[];
}

/**
 * Groups with each person once.
 *
 * @throws RangeError when a unit is not among the anchors
 */
export function checkedGroups(
  caller: string,
  anchors: Anchors,
  groups: readonly { readonly id: string; readonly units: Int32Array }[],
): CheckedGroup[] {
  const isKnown = rowOfUnit(integersOf(anchors.table, "unit").values);
  return groups.map(({ id, units }) => {
    const stranger = units.find((unit) => isKnown(unit) === undefined);
    if (stranger !== undefined)
      throw new RangeError(`${caller}: units of ${id} must be among the anchors, got ${stranger}`);
    return {
      id,
      units: Array.from(
        units
          .slice()
          .sort()
          .filter((unit, place, rising) => unit !== rising[place - 1]),
      ),
    };
  });
}
