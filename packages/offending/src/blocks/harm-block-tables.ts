import { type Table, tableId } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import { tableInterval } from "../table-interval.ts";
import { blockTable, nameOf, withEventIn } from "./block-table.ts";
import type { StageBlock } from "./stage-block.ts";

/** Harm a person by each weight table: mean, median and trimmed mean, and the people without any. */
export function harmBlockTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  const editions = new Map(blocks.flatMap(({ harm }) => harm.map(({ weights }) => [weights.id, weights] as const)));
  return [...editions.values()].flatMap((weights) => {
    const harmOf = ({ harm }: StageBlock) => harm.find((one) => one.weights.id === weights.id)!;
    const definition = `harm-${weights.scheme}-${weights.sha256.slice(0, 12)}`;
    // Where every event has a weight, people with harm are those with an event, and whoever reads both tables knows.
    const withHarm = (block: StageBlock) =>
      harmOf(block).withHarm === block.withEvent
        ? withEventIn(block, outcome)
        : nameOf(block, "block with harm", definition);
    const withoutHarm = (block: StageBlock) => nameOf(block, "block without harm", definition);
    const figures = [
      { id: "mean" as const, title: `Harm a person, mean (${weights.unit})`, of: "mean" as const },
      {
        id: "median" as const,
        title: `Harm a person, median (${weights.unit})`,
        of: "median" as const,
      },
      {
        id: "trimmed" as const,
        title: `Harm a person, mean without the ${100 * harmOf(blocks[0]!).trimmedShare} % at each end (${weights.unit})`,
        of: "trimmedMean" as const,
      },
    ];
    return [
      ...figures.map(({ id, title, of }) =>
        blockTable(
          { id: tableId(`blocks-*-${id}`, weights.id), title, definition },
          blocks,
          (block) => ({
            numerator: harmOf(block).withHarm,
            denominator: block.observed,
            value: harmOf(block)[of],
            interval: tableInterval(harmOf(block).intervals[of]),
          }),
          withHarm,
        ),
      ),
      {
        ...blockTable(
          {
            id: tableId("blocks-*-none", weights.id),
            title: "People without any harm",
            definition: `${definition}:none`,
          },
          blocks,
          (block) => ({
            numerator: block.observed - harmOf(block).withHarm,
            denominator: block.observed,
            value: harmOf(block).shareZero,
            interval: shareInterval(block.observed - harmOf(block).withHarm, block.observed),
          }),
          withoutHarm,
        ),
        sums: blocks.map((block) => ({
          total: nameOf(block, "block"),
          parts: [withHarm(block), withoutHarm(block)],
        })),
      },
    ];
  });
}

function shareInterval(events: number, total: number): [number, number] | null {
  if (total === 0) return null;
  const { lower, upper } = wilsonInterval({ events, total });
  return [lower, upper];
}
