import { type Table, tableId } from "@likewise/schema";
import { shareOf } from "@likewise/stats";
import type { People } from "../people/people.ts";

/** Tenths of the score: finer ones would hold few people, and be withheld. */
const bins = Array.from({ length: 10 }, (_, index) => ({ id: String(index), low: index / 10, high: (index + 1) / 10 }));

/**
 * Overlap of the arms: how many people of each have a propensity score in each tenth, before anything was matched or
 * weighted. Where only one arm has people, nobody there has a counterpart.
 *
 * @param id    of the comparison
 * @param score probability of being treated, one a person; null where the method uses none
 * @returns people by tenth and arm, each share with its 95 % Wilson interval; null without a score
 */
export function overlapTable(id: string, { numRows, treated }: People, score: Float64Array | null): Table | null {
  if (score === null) return null;
  const counts = { treated: new Int32Array(bins.length), comparison: new Int32Array(bins.length) };
  for (let row = 0; row < numRows; row++) {
    // A score of 1 belongs to the last tenth.
    const bin = Math.min(bins.length - 1, Math.floor(score[row]! * bins.length));
    counts[treated[row] === 1 ? "treated" : "comparison"][bin]!++;
  }
  const arms = ["treated", "comparison"] as const;
  return {
    id: tableId("overlap-*", id),
    title: "People by their propensity score, before matching or weighting",
    unit: "person",
    definition: `propensity-score:${id}`,
    window: null,
    dimensions: [
      {
        id: "score",
        label: "Propensity score",
        levels: bins.map(({ id: level, low, high }) => ({ id: level, label: `${low} to ${high}` })),
        total: null,
      },
      { id: "arm", label: "Group", levels: arms.map((arm) => ({ id: arm, label: arm })), total: null },
    ],
    cells: bins.flatMap(({ id: level }, bin) =>
      arms.map((arm) => ({
        at: { score: level, arm },
        ...shareOf(
          counts[arm][bin]!,
          counts[arm].reduce((total, people) => total + people, 0),
        ),
      })),
    ),
    linked: [],
  };
}
