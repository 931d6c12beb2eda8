import { jaroWinkler } from "@likewise/stats";
import { describe, expect, it } from "vitest";

// Winkler (1990), table 1: three pairs and their similarities, as printed to three places.
const published = [
  ["MARTHA", "MARHTA", 0.961],
  ["DWAYNE", "DUANE", 0.84],
  ["DIXON", "DICKSONX", 0.813],
] as const;

// By hand: (common/|a| + common/|b| + (common − transposed)/common)/3, then + prefix × 0.1 × (1 − that).
const byHand = [
  ["MARTHA", "MARHTA", "six in common, T and H out of order: (1 + 1 + 5/6)/3, prefix 3", 0.9611111111111111],
  ["DWAYNE", "DUANE", "four in common: (4/6 + 4/5 + 1)/3 = 37/45, prefix 1", 37 / 45 + 0.1 * (8 / 45)],
  ["DIXON", "DICKSONX", "four in common (X is too far): (4/5 + 4/8 + 1)/3 = 23/30, prefix 2", 23 / 30 + 0.2 * (7 / 30)],
  ["AB", "BA", "reach 0: nothing in common", 0],
  ["ABC", "XYZ", "nothing in common", 0],
  ["A", "AB", "one in common: (1 + 1/2 + 1)/3 = 5/6, prefix 1", 5 / 6 + 0.1 / 6],
  ["ABCDE", "ABCDEF", "five in common: (1 + 5/6 + 1)/3 = 17/18, prefix 4 at most", 17 / 18 + 0.4 / 18],
  ["", "", "equal", 1],
  ["", "A", "nothing in common", 0],
  ["AAAA", "AA", "two in common: (2/4 + 1 + 1)/3 = 5/6, prefix 2", 5 / 6 + 0.2 / 6],
] as const;

describe("Jaro–Winkler similarity", () => {
  it.each(published)("of %s and %s is as Winkler printed it", (a, b, similarity) => {
    expect(jaroWinkler(a, b).toFixed(3)).toBe(similarity.toFixed(3));
  });

  it.each(byHand)("of %j and %j by hand: %s", (a, b, _, similarity) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 14);
  });

  it("is the same both ways round, from 0 to 1, and 1 for a text with itself (law)", () => {
    const names = ["NKECHI", "CHINEKE", "ABABAB", "BABABA", "AABBAABB", "BBAABBAA", "O", "MC DONALD", "MACDONALD", ""];
    for (const a of names) {
      expect(jaroWinkler(a, a)).toBe(1);
      for (const b of names) {
        expect(jaroWinkler(a, b)).toBe(jaroWinkler(b, a));
        expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0);
        expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1);
      }
    }
  });
});
