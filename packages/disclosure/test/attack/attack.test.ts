import { describe, expect, it } from "vitest";
import { attackSet } from "./attack-sets.ts";
import { fewestWithheld, withMargins } from "./fewest-withheld.ts";
import { linearBounds } from "./linear-bounds.ts";
import { compareWithFewest } from "./over-suppression.ts";

describe("the attack itself", () => {
  it("a row 3 + x + y = 20 with x from 1 to 4: by hand x from 1 to 4 and y from 13 to 16", () => {
    const terms = new Map([
      [0, 1],
      [1, 1],
    ]);
    const riddle = { equations: [{ terms, comesTo: 17 }], least: [1, 5], most: [4, Number.POSITIVE_INFINITY] };
    expect(linearBounds(riddle)).toEqual([
      [1, 4],
      [13, 16],
    ]);
  });

  it("two sums in two unknowns leave one reading, and one unknown in a difference none", () => {
    const equations = [
      {
        terms: new Map([
          [0, 1],
          [1, 1],
        ] as [number, number][]),
        comesTo: 9,
      },
      {
        terms: new Map([
          [0, 1],
          [1, -1],
        ] as [number, number][]),
        comesTo: 3,
      },
    ];
    const [x, y] = linearBounds({ equations, least: [0, 0], most: [Number.POSITIVE_INFINITY, 8] })!;
    expect([...x!, ...y!].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([6, 6, 3, 3]);
  });

  it("an unknown in no sum is as open as its own limits", () => {
    const most = [4, Number.POSITIVE_INFINITY];
    expect(linearBounds({ equations: [], least: [1, 5], most })).toEqual([
      [1, 4],
      [5, Number.POSITIVE_INFINITY],
    ]);
  });
});

describe("attack: fifty random sets of two linked tables and two releases, 20 to 60 % small cells", () => {
  for (let seed = 1; seed <= 50; seed++)
    it(`set ${seed}: no withheld count, and no small change, is pinned within three values`, () => {
      expect(attackSet(seed).pinned).toEqual([]);
    });
});

describe("over-suppression", () => {
  it("a table with one small cell needs four cells, as by hand: two rows and two columns that close", () => {
    const table = withMargins([
      [3, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ]);
    expect(fewestWithheld(table, 5, 3, 4)).toBe(4);
  });

  it("on random tables up to 3 by 4, at most one and a half times as many cells go as exhaustive search needs", () => {
    const compared = Array.from({ length: 40 }, (_, i) => compareWithFewest(i + 1, 3, 4)).flatMap((one) => one ?? []);
    expect(compared.length).toBeGreaterThan(20);
    const ratios = compared.map(({ withheld, fewest }) => withheld / fewest);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1);
    expect(ratios.reduce((all, ratio) => all + ratio, 0) / ratios.length).toBeLessThanOrEqual(1.5);
  });
});
