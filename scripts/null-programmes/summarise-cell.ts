import { expectedAfterSelection } from "../../packages/offending/src/index.ts";
import { mean } from "../../packages/stats/src/index.ts";
import { type NullCell, type NullProgramme, populationSize } from "./run-null-programme.ts";

/** How one cell of null programmes came out. */
export interface CellSummary extends NullCell {
  readonly seeds: { readonly from: number; readonly to: number; readonly count: number };
  readonly population: number;
  readonly meanSelected: number;
  /** Share of the selected with an event after that the truth leads to, and that was seen on average. */
  readonly expectedAfter: number;
  readonly meanAfter: number;
  /** Share before less share after, in points: everyone selected has an event before. */
  readonly naiveFallPoints: { readonly mean: number; readonly least: number; readonly greatest: number };
  /** Programmes whose share after lies in the 95 % prediction interval, and the share of them. */
  readonly covered: number;
  readonly coverage: number;
  /** Programmes whose share after lies above and below the interval. */
  readonly above: number;
  readonly below: number;
  /** Whether the range without the population holds the expected share. */
  readonly rangeHoldsExpected: boolean;
  /** Programmes whose share after lies in that range, and in the range with chance at its ends. */
  readonly inRange: number;
  readonly inRangeWithChance: number;
  /** Every so manieth programme in full, to be worked out again. */
  readonly kept: readonly NullProgramme[];
}

/** Every so manieth programme is kept. */
const keptEvery = 125;

/** Sums up the programmes of one cell, in order of seed. */
export function summariseCell(cell: NullCell, programmes: readonly NullProgramme[]): CellSummary {
  const after = ({ withEventAfter, selected }: NullProgramme) => withEventAfter / selected;
  const count = (holds: (programme: NullProgramme) => boolean) => programmes.filter(holds).length;
  const falls = programmes.map((programme) => 100 * (1 - after(programme)));
  const expectedAfter = expectedAfterSelection(cell).share;
  const { rangeLower, rangeUpper } = programmes[0]!;
  const above = count((programme) => after(programme) > programme.upper);
  const below = count((programme) => after(programme) < programme.lower);
  const covered = programmes.length - above - below;
  return {
    ...cell,
    seeds: { from: programmes[0]!.seed, to: programmes.at(-1)!.seed, count: programmes.length },
    population: populationSize,
    meanSelected: mean(programmes.map(({ selected }) => selected)),
    expectedAfter,
    meanAfter: mean(programmes.map(after)),
    naiveFallPoints: { mean: mean(falls), least: Math.min(...falls), greatest: Math.max(...falls) },
    covered,
    coverage: covered / programmes.length,
    above,
    below,
    rangeHoldsExpected: rangeLower <= expectedAfter && expectedAfter <= rangeUpper,
    inRange: count((programme) => rangeLower <= after(programme) && after(programme) <= rangeUpper),
    inRangeWithChance: count(
      (programme) => programme.seenLower <= after(programme) && after(programme) <= programme.seenUpper,
    ),
    kept: programmes.filter(({ seed }) => seed % keptEvery === 1),
  };
}
