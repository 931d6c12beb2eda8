import { type Table, tableId } from "@likewise/schema";
import { rowDimension } from "./row-dimension.ts";
import type { ExpectedInBlock } from "./stage-block.ts";
import type { StageBlocks } from "./stage-blocks.ts";

/** The share selection alone leads to, in so many people: with the limits of a prediction, or as the ends of a range. */
export function selectionAloneTables({ expected, options }: StageBlocks): Table[] {
  const known = expected.filter((one) => one.expected !== null);
  if (known.length === 0) return [];
  return [
    {
      id: tableId("blocks-selection-alone"),
      title: "People with an event after, if selection alone were at work",
      unit: "person",
      definition: `${options.outcome}:selection-alone`,
      window: "six-month-blocks",
      dimensions: [
        rowDimension("anchor", "Stage", known, ({ anchor }) => anchor),
        rowDimension("block", "Block of six months", known, ({ window }) => window),
        rowDimension("from", "Worked out from", known, (one) => one.expected!.kind),
      ],
      cells: known.map((one) => ({
        at: { anchor: one.anchor, block: one.window, from: one.expected!.kind },
        numerator: one.seen.people,
        denominator: null,
        value: one.expected!.kind === "prediction" ? one.expected!.share : null,
        interval: expectedLimits(one.expected!),
      })),
      linked: [],
    },
  ];
}

/** Chance included, in a range as in a prediction. */
function expectedLimits(expected: NonNullable<ExpectedInBlock["expected"]>): [number, number] {
  const [low, high] = expected.kind === "prediction" ? expected.interval : (expected.seen?.share ?? expected.share);
  return [low, high];
}
