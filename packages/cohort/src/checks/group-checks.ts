import { textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { readOnce } from "../people/read-once.ts";
import type { ArmCheckRule } from "./arm-check-rule.ts";
import type { CheckData, Member } from "./check-data.ts";
import { shareOfMembers } from "./share-of-members.ts";

/** Where and when the people of each arm are from, and whether they are in the arm they were allocated to. */
export const groupChecks: readonly ArmCheckRule[] = [
  {
    id: "same-area",
    label: "Live in an area where the other group has people too",
    of: "people",
    count: (data, arm) => {
      const areas = areasOf(data);
      const others = new Set(data.arms[other(arm)].flatMap(({ unit }) => areas.get(unit) ?? []));
      return shareOfMembers(
        data.arms[arm],
        ({ unit }) => others.has(areas.get(unit)!),
        ({ unit }) => areas.has(unit),
      );
    },
  },
  {
    id: "same-time",
    label: "Are followed from a time at which people of the other group are too",
    of: "people",
    count: (data, arm) => {
      const days = data.arms[other(arm)].flatMap(({ indexDay }) => (indexDay === null ? [] : [indexDay]));
      if (days.length === 0) return null;
      const [first, last] = days.reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [days[0]!, days[0]!]);
      return shareOfMembers(
        data.arms[arm],
        ({ indexDay }) => indexDay! >= first! - aQuarter && indexDay! <= last! + aQuarter,
        dated,
      );
    },
  },
  {
    id: "allocated-otherwise",
    label: "Were allocated to the other group",
    of: "people",
    count: (data, arm) => {
      const { arms } = data.plan.cohort;
      const allocated = allocations(data);
      if (arms === undefined || allocated === null || arms.from.startsWith("allocations.")) return null;
      return shareOfMembers(
        data.arms[arm],
        ({ unit }) => arms[other(arm)].includes(allocated.get(unit)!),
        ({ unit }) => allocated.has(unit),
      );
    },
  },
];

/** People who came within a quarter of one another live through the same times. Of our own choosing. */
const aQuarter = 91;

function other(arm: "treated" | "comparison"): "treated" | "comparison" {
  return arm === "treated" ? "comparison" : "treated";
}

function dated({ indexDay }: Member): boolean {
  return indexDay !== null;
}

const areasOf = readOnce(({ people }: CheckData): ReadonlyMap<number, string> => {
  const { area } = people.table.columns;
  return new Map(
    people.ids.flatMap((_, unit) => {
      const name = textAt(area, people.rows[unit]!);
      return name === null ? [] : [[unit, name] as const];
    }),
  );
});

const allocations = readOnce((data: CheckData): ReadonlyMap<number, string> | null => {
  const table = data.tables.allocations;
  if (table === undefined) return null;
  const found = new Map<number, string>();
  unitsOfRows(table, data.people).forEach((unit, row) => {
    const arm = textAt(table.columns.arm, row);
    if (unit >= 0 && arm !== null && !found.has(unit)) found.set(unit, arm);
  });
  return found;
});
