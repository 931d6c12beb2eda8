import type { WindowDefinition } from "@likewise/schema";
import { observedRows, ofRows, type PeopleInBlocks, yearsAtLiberty } from "./people-in-blocks.ts";
import type { StageTrend } from "./stage-block.ts";
import { trendOfColumns } from "./trend-over-blocks.ts";

/** Trend over the blocks after that at least half of those observed in the first were observed for. */
export function trendAfterStage(
  around: PeopleInBlocks,
  rows: Int32Array,
  after: readonly WindowDefinition[],
): Pick<StageTrend, "trend" | "refusal"> {
  const blocks = after.map(({ id }) => around.block(id));
  // Of each block those observed for it and all before it.
  const runs: Int32Array[] = [];
  for (const block of blocks) runs.push(observedRows(block, runs.at(-1) ?? rows));
  const enough = runs.filter(({ length }) => length > 0 && length >= runs[0]!.length / 2).length;
  const people = runs[enough - 1] ?? rows;
  const found = trendOfColumns(
    people.length,
    blocks.slice(0, enough).map((block) => ({
      events: ofRows(block.events, people),
      years: yearsAtLiberty(block, people),
    })),
  );
  return "refusal" in found ? { trend: null, refusal: found.refusal } : { trend: found, refusal: null };
}
