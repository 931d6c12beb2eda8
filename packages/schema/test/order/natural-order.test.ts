import { naturalOrder, naturalOrdinals } from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Ids that look alike: digits with leading zeros, letters and signs around them, long runs. */
const ids = fc.stringMatching(/^[0-3aB -]{0,6}$/);

describe("natural order", () => {
  it("compares runs of digits as numbers", () => {
    const inOrder = ["", "-1", "1", "2", "10", "NSW", "NSW2", "NSW10", "NSW10a", "NSW10b", "NSW11", "a1b2", "a1b10"];
    expect(inOrder.toReversed().sort(naturalOrder)).toEqual(inOrder);
  });

  it("compares numbers longer than a number can hold", () => {
    expect(naturalOrder("9007199254740993", "9007199254740992")).toBeGreaterThan(0);
    expect(naturalOrder("10000000000000000000001", "9999999999999999999999")).toBeGreaterThan(0);
  });

  it("tells ids apart that differ only in leading zeros", () => {
    expect(["7", "07", "007", "06", "8"].sort(naturalOrder)).toEqual(["06", "007", "07", "7", "8"]);
  });

  it("is 0 only for identical text", () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(naturalOrder(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it("is antisymmetric", () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(Math.sign(naturalOrder(a, b))).toBe(0 - Math.sign(naturalOrder(b, a)));
      }),
    );
  });

  it("is transitive", () => {
    fc.assert(
      fc.property(ids, ids, ids, (a, b, c) => {
        if (naturalOrder(a, b) <= 0 && naturalOrder(b, c) <= 0) expect(naturalOrder(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 5000 },
    );
  });

  it("sorts any shuffle to the same order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(ids), (list) => {
        expect([...list].sort(naturalOrder)).toEqual([...list].reverse().sort(naturalOrder));
      }),
    );
  });
});

describe("natural ordinals", () => {
  it("count distinct ids from 0, whatever the order of rows", () => {
    expect(naturalOrdinals(["b10", "b9", "b10", "a"])).toEqual(Int32Array.of(2, 1, 2, 0));
    expect(naturalOrdinals([])).toEqual(new Int32Array(0));
  });

  it("follow the order of the ids", () => {
    fc.assert(
      fc.property(fc.array(ids), (list) => {
        const ordinals = naturalOrdinals(list);
        for (let i = 1; i < list.length; i++) {
          expect(Math.sign(ordinals[i]! - ordinals[i - 1]!)).toBe(Math.sign(naturalOrder(list[i]!, list[i - 1]!)));
        }
      }),
    );
  });
});
