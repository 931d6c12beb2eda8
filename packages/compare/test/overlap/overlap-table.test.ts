import { describe, expect, it } from "vitest";
import { oracle } from "../support/oracle.ts";
import {
  compareRows,
  lalonde,
  lalondeLayout,
  lalondeOutcomes,
  randomised,
  reordered,
  rossi,
  rossiLayout,
  rossiOutcomes,
  selected,
} from "../support/studies.ts";

const { squares } = oracle("scores");
const compare = (rows = lalonde) =>
  compareRows({
    rows,
    layout: lalondeLayout,
    outcomes: lalondeOutcomes,
    plan: {
      ...selected,
      covariates: [...lalondeLayout.covariates!],
      method: "ipw",
      scoreSquares: ["age", "educ"],
    } as typeof selected,
  });

describe("overlap of the arms", () => {
  const { overlap, comparison } = compare();

  it("counts the people of each arm in each tenth of the score, by the scores of R's glm", () => {
    const counted = Array.from({ length: 20 }, () => 0);
    (squares.scores as number[]).forEach((score, row) => {
      const arm = lalonde.treat![row] === 1 ? 0 : 1;
      const at = 2 * Math.floor(10 * score) + arm;
      counted[at] = counted[at]! + 1;
    });
    expect(overlap!.cells.map(({ numerator }) => numerator)).toEqual(counted);
  });

  it("leaves nobody out, and every share is of its arm", () => {
    for (const arm of ["treated", "comparison"] as const) {
      const cells = overlap!.cells.filter(({ at }) => at.arm === arm);
      const people = cells.reduce((total, { numerator }) => total + (numerator as number), 0);
      expect(people).toBe(comparison.arms[arm]);
      expect(new Set(cells.map(({ denominator }) => denominator))).toEqual(new Set([people]));
    }
  });

  it("does not depend on the order of rows", () => {
    const backwards = Array.from({ length: 614 }, (_, row) => 613 - row);
    expect(compare(reordered(lalonde, backwards)).overlap).toEqual(overlap);
  });

  it("is not there where nobody's score was asked for", () => {
    const trial = compareRows({ rows: rossi, layout: rossiLayout, outcomes: rossiOutcomes, plan: randomised });
    expect(trial.overlap).toBeNull();
  });
});
