import { countName, indexStage, type Table, tableId } from "@likewise/schema";
import { tableInterval } from "../table-interval.ts";
import { rowDimension } from "./row-dimension.ts";
import { smallestOf } from "./smallest-of.ts";
import type { StageChange } from "./stage-block.ts";
import type { StageBlocks } from "./stage-blocks.ts";

/** Ratios in people observed for both blocks. */
export function stageChangeTables({ changes, options }: StageBlocks): Table[] {
  if (changes.length === 0) return [];
  const scoreOf = ({ score, weights }: (typeof changes)[number]) =>
    weights === null ? score : `${score} ${weights.id}`;
  return [
    {
      id: tableId("blocks-change"),
      title: "After over before, the same people",
      unit: "person",
      definition: `${options.outcome}:change`,
      window: "six-month-blocks",
      dimensions: [
        rowDimension("anchor", "Stage", changes, ({ anchor }) => anchor),
        rowDimension("group", "Group", changes, ({ group }) => group),
        rowDimension("block", "Block before and block after", changes, betweenOf),
        rowDimension("score", "Score", changes, scoreOf),
      ],
      cells: changes.map((change) => ({
        at: { anchor: change.anchor, group: change.group, block: betweenOf(change), score: scoreOf(change) },
        numerator: smallestGroup(change),
        denominator: change.people,
        value: change.ratio,
        interval: tableInterval(change.interval),
        of: { value: bothBlocks(change, options.outcome) },
      })),
      linked: [],
    },
  ];
}

/** Who had an event in either block: with one of them and the ratio, the other is known. */
function bothBlocks({ anchor, group, beforeWindow, afterWindow }: StageChange, outcome: string): string[] {
  const around = anchor === indexStage ? {} : { anchor };
  return [beforeWindow, afterWindow].map((window) =>
    countName("block with event", { ...around, group, outcome, window }),
  );
}

/** A ratio gives away the counts it is made of: it stands on the smallest group of people behind them that is not empty. */
function smallestGroup({ people, withBefore, withAfter }: StageChange): number {
  return smallestOf([withBefore, withAfter, people - withBefore, people - withAfter]);
}

function betweenOf({
  beforeWindow,
  afterWindow,
}: {
  readonly beforeWindow: string;
  readonly afterWindow: string;
}): string {
  return `${beforeWindow} ${afterWindow}`;
}
