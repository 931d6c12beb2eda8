import { type Cell, countName, indexStage, type Table } from "@likewise/schema";
import { rowDimension } from "./row-dimension.ts";
import type { StageBlock } from "./stage-block.ts";

type Values = Omit<Cell, "at">;

/**
 * One table of one figure over all blocks; blocks without the figure have no cell.
 *
 * @param counted the name of whom the numerator counts
 */
export function blockTable(
  parts: Pick<Table, "id" | "title" | "definition">,
  blocks: readonly StageBlock[],
  valuesOf: (block: StageBlock) => Values | null,
  counted: (block: StageBlock) => string,
): Table {
  return {
    ...parts,
    unit: "person",
    window: "six-month-blocks",
    dimensions: [
      rowDimension("anchor", "Stage", blocks, ({ anchor }) => anchor),
      rowDimension("group", "Group", blocks, ({ group }) => group),
      rowDimension("block", "Block of six months", blocks, ({ window }) => window),
    ],
    cells: blocks.flatMap((block) => {
      const values = valuesOf(block);
      const at = { anchor: block.anchor, group: block.group, block: block.window };
      return values === null
        ? []
        : [{ at, ...values, of: { numerator: counted(block), denominator: nameOf(block, "block") } }];
    }),
    linked: [],
  };
}

/** As the blocks of the results call the same people around the index date. */
export function nameOf({ anchor, group, window }: StageBlock, who: string, outcome?: string): string {
  return countName(who, { ...(anchor === indexStage ? {} : { anchor }), group, outcome, window });
}

export function withEventIn(block: StageBlock, outcome: string): string {
  return nameOf(block, "block with event", outcome);
}
