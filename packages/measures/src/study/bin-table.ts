import { cell, countName, type MeasureResult, type MeasureScore, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, tableOf, total } from "./cells.ts";
import type { Line, LineChange } from "./describe-line.ts";

type Bins = MeasureResult["bins"];

/** More than these leave few people in a cell. */
const mostBins = 5;

/** Ranges a score is shown by: its bands, or four as wide as one another. */
export function binsOf({ bands = [], range }: MeasureScore): Bins {
  const set = bands.find(({ population }) => population === undefined) ?? bands[0];
  if (set !== undefined && set.ranges.length <= mostBins && set.ranges.length > 1) {
    return [...set.ranges]
      .sort((a, b) => a.from - b.from)
      .map(({ from, to }) => ({ id: `${from} to ${to}`, from, to }));
  }
  const [lowest, highest] = range;
  const width = (highest - lowest) / 4;
  const starts = [0, 1, 2, 3].map((at) => lowest + (width >= 1 ? Math.round(at * width) : at * width));
  return starts.map((from, at) => {
    const to = at === 3 ? highest : starts[at + 1]! - (width >= 1 ? 1 : 0);
    return { id: `${from} to ${to}`, from, to };
  });
}

/** Everybody with both scores by the range of the first and of the later one. */
export function binTable({ id, groups, entry, scoring }: Line, { pairs, arms }: LineChange, bins: Bins): Table {
  const people = pairs.ids.flatMap((_, at) => {
    const [pre, post] = [cell(pairs.pre, at) as number | null, cell(pairs.post, at) as number | null];
    return pre === null || post === null
      ? []
      : [{ group: arms[at]!, first: binOf(pre, bins), later: binOf(post, bins) }];
  });
  const ids = [...bins.map((bin) => bin.id), total];
  const count = (group: string, first: string, later: string) =>
    people.filter(
      (one) =>
        one.group === group && (first === total || one.first === first) && (later === total || one.later === later),
    ).length;
  const levels = bins.map((bin) => ({ id: bin.id, label: bin.id }));
  const nameOf = (group: string, first: string, later: string) =>
    first === total && later === total
      ? countName(`both scores ${id}`, { group })
      : first === total
        ? countName(`both scores ${id}`, { group, later })
        : later === total
          ? countName(`both scores ${id}`, { group, first })
          : undefined;
  const table = tableOf(
    tableId("measure-bins-*", id),
    `${entry.definition.title}: first and later scores together`,
    `bins-${scoring}`,
    [
      dimensionOf("group", "Group", groups),
      dimensionOf("first", `Score at ${entry.plan.waves[0]}`, levels, true),
      dimensionOf("later", `Score at ${entry.plan.waves.at(-1)}`, levels, true),
    ],
    groups.flatMap(({ id: group }) =>
      ids.flatMap((first) =>
        ids.map((later) => countCell({ group, first, later }, count(group, first, later), nameOf(group, first, later))),
      ),
    ),
  );
  // The bands of everybody with a score, less those here, are the bands of people seen once.
  const waves = [
    ["first", entry.plan.waves[0]],
    ["later", entry.plan.waves.at(-1)!],
  ] as const;
  const sums = groups.flatMap(({ id: group }) =>
    waves.flatMap(([side, wave]) =>
      bins.map((bin) => ({
        total: countName(`band ${id}`, { group, wave, band: bin.id }),
        parts: [
          countName(`both scores ${id}`, { group, [side]: bin.id }),
          countName(`seen once ${id}`, { group, wave, band: bin.id }),
        ],
      })),
    ),
  );
  return { ...table, sums };
}

/** A prorated score may lie between two bands: it falls in the one whose lower end it reaches. */
function binOf(score: number, bins: Bins): string {
  return (bins.findLast(({ from }) => score >= from) ?? bins[0]!).id;
}
