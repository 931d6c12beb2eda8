import { countName, type Table, tableId } from "@likewise/schema";
import { tableInterval } from "../table-interval.ts";
import { rowDimension } from "./row-dimension.ts";
import { smallestOf } from "./smallest-of.ts";
import type { StageBlocks } from "./stage-blocks.ts";

/** The arms at each horizon, and the difference between them. */
export function horizonTables(result: StageBlocks): Table[] {
  return [...shareTables(result), ...differenceTables(result)];
}

/** People with an event within each horizon, of those observed so long. */
function shareTables({ horizons, options }: StageBlocks): Table[] {
  if (horizons.length === 0) return [];
  const rows = horizons.flatMap(({ window, groups }) => groups.map((group) => ({ window, ...group })));
  return [
    {
      id: tableId("blocks-horizons"),
      title: "People with an event by how long they were followed",
      unit: "person",
      definition: `${options.outcome}:horizon`,
      window: "horizons",
      dimensions: [
        rowDimension("group", "Group", rows, ({ group }) => group),
        rowDimension("horizon", "From the index date", rows, ({ window }) => window),
      ],
      cells: rows.map(({ group, window, withEvent, atRisk, share, interval }) => ({
        at: { group, horizon: window },
        numerator: withEvent,
        denominator: atRisk,
        value: share,
        interval: tableInterval(interval),
        of: windowNames(group, window, options.outcome),
      })),
      linked: [],
    },
  ];
}

/** As the blocks of the results call people followed over a window from the index date. */
function windowNames(group: string, window: string, outcome: string) {
  return {
    numerator: countName("block with event", { group, outcome, window }),
    denominator: countName("block", { group, window }),
  };
}

/** The groups apart at each horizon: how an effect fades, or what stood between them before. */
function differenceTables({ horizons, options }: StageBlocks): Table[] {
  const rows = horizons.flatMap(({ window, groups, difference }) =>
    difference === null ? [] : [{ window, groups, difference }],
  );
  if (rows.length === 0) return [];
  return [
    {
      id: tableId("blocks-horizon-differences"),
      title: "Difference between the groups in the share with an event, by how long they were followed",
      unit: "person",
      definition: `${options.outcome}:horizon-difference`,
      window: "horizons",
      dimensions: [rowDimension("horizon", "From the index date", rows, ({ window }) => window)],
      cells: rows.map(({ window, groups, difference: { value, interval } }) => ({
        at: { horizon: window },
        numerator: smallestOf(groups.flatMap(({ withEvent, atRisk }) => [withEvent, atRisk - withEvent])),
        denominator: groups.reduce((sum, { atRisk }) => sum + atRisk, 0),
        value,
        interval: tableInterval(interval),
        of: { value: groups.map(({ group }) => windowNames(group, window, options.outcome).numerator) },
      })),
      linked: [],
    },
  ];
}
