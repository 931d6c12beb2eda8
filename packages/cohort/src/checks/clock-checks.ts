import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { readOnce } from "../people/read-once.ts";
import type { ArmCheckRule } from "./arm-check-rule.ts";
import type { CheckData, Member } from "./check-data.ts";
import { shareOfMembers } from "./share-of-members.ts";

/** How long the people of each arm could be seen, where their outcome is taken as known. */
export const clockChecks: readonly ArmCheckRule[] = [
  {
    id: "window-not-over",
    label: "Have an outcome although their time was not over when the data were drawn",
    of: "people",
    count: (data, arm) => {
      const { extractDay } = data;
      if (extractDay === null) return null;
      return shareOfMembers(
        data.arms[arm],
        ({ indexDay }) => data.followedTo(indexDay!) > extractDay,
        (member) => dated(member) && data.isKnown(member.unit),
      );
    },
  },
  {
    id: "watched-less",
    label: "Had no event, and were watched for less than nine tenths of the longest time",
    of: "people",
    count: (data, arm) => {
      const longest = longestTime(data);
      if (longest === null) return null;
      return shareOfMembers(
        data.arms[arm],
        ({ unit }) => data.timed(unit)!.time < nearlyAllOfIt * longest,
        ({ unit }) => data.timed(unit)?.happened === false && data.isKnown(unit),
      );
    },
  },
  {
    id: "search-ends-early",
    label: "Have an outcome although the records searched end before their time was over",
    of: "people",
    count: (data, arm) => {
      const searches = searchesOf(data);
      if (searches === null) return null;
      return shareOfMembers(
        data.arms[arm],
        ({ unit, indexDay }) => searches.get(unit)!.to! < data.followedTo(indexDay!),
        (member) => dated(member) && data.isKnown(member.unit) && (searches.get(member.unit)?.to ?? null) !== null,
      );
    },
  },
  {
    id: "not-found",
    label: "Have an outcome although the search did not find them",
    of: "people",
    count: (data, arm) => {
      const searches = searchesOf(data);
      if (searches === null) return null;
      return shareOfMembers(
        data.arms[arm],
        ({ unit }) => !searches.get(unit)!.found,
        ({ unit }) => data.isKnown(unit) && searches.has(unit),
      );
    },
  },
];

const nearlyAllOfIt = 0.9;

function dated({ indexDay }: Member): boolean {
  return indexDay !== null;
}

const longestTime = readOnce((data: CheckData): number | null => {
  const times = [...data.arms.treated, ...data.arms.comparison].flatMap(({ unit }) => data.timed(unit)?.time ?? []);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
});

interface Searched {
  readonly found: boolean;
  /** Last day the records searched would show an event; null where no search says. */
  readonly to: number | null;
}

/** What the searches came to for each person searched for: found once is found, and the longest reach counts. */
const searchesOf = readOnce((data: CheckData): ReadonlyMap<number, Searched> | null => {
  const table = data.tables.searches;
  if (table === undefined) return null;
  const found = new Map<number, Searched>();
  unitsOfRows(table, data.people).forEach((unit, row) => {
    if (unit < 0) return;
    const before = found.get(unit) ?? { found: false, to: null };
    const hit = textAt(table.columns.found, row) === "true";
    const to = hit ? dayAt(table.columns.to, row) : null;
    found.set(unit, {
      found: before.found || hit,
      to: to === null || (before.to !== null && before.to > to) ? before.to : to,
    });
  });
  return found;
});
