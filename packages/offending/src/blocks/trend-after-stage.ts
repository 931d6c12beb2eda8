import type { WindowDefinition } from "@likewise/schema";
import { type PeopleInBlocks, type PersonInBlock, yearsAtLiberty } from "./people-in-blocks.ts";
import type { StageTrend } from "./stage-block.ts";
import { trendOverBlocks } from "./trend-over-blocks.ts";

/** Trend over the blocks after that at least half of those observed in the first were observed for. */
export function trendAfterStage(
  { inBlock }: PeopleInBlocks,
  units: readonly number[],
  after: readonly WindowDefinition[],
): Pick<StageTrend, "trend" | "refusal"> {
  const runs = units.map((unit) => {
    const blocks = after.map(({ id }) => inBlock(id, unit));
    const end = blocks.indexOf(null);
    return blocks.slice(0, end < 0 ? blocks.length : end) as PersonInBlock[];
  });
  const observedFor = after.map((_, at) => runs.filter(({ length }) => length > at).length);
  const blocks = observedFor.filter((people) => people > 0 && people >= observedFor[0]! / 2).length;
  const people = runs.filter(({ length }) => length >= blocks).map((run) => run.slice(0, blocks));
  const found = trendOverBlocks(
    people.map((run) => ({ events: run.map(({ events }) => events), years: run.map(yearsAtLiberty) })),
  );
  return "refusal" in found ? { trend: null, refusal: found.refusal } : { trend: found, refusal: null };
}
