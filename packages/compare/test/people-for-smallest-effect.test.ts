import { describe, expect, it } from "vitest";
import { compareRows, estimate, randomised } from "./support/studies.ts";

/** 50 of 200 treated and 60 of 200 others with the event: 30 % without the programme. */
const n = 400;
const rows = {
  arm: Array.from({ length: n }, (_, k) => (k < 200 ? 1 : 0)),
  x: Array.from({ length: n }, (_, k) => k % 5),
  y: Array.from({ length: n }, (_, k) => ((k < 200 ? k < 50 : k - 200 < 60) ? 1 : 0)),
};

const precision = (smallestEffect?: number) =>
  estimate(
    compareRows({
      rows,
      layout: { treatment: "arm", covariates: ["x"], outcomes: [{ id: "y", kind: "binary", column: "y" }] },
      outcomes: [
        { id: "y", kind: "binary", direction: "lower", ...(smallestEffect === undefined ? {} : { smallestEffect }) },
      ],
      plan: randomised,
    }),
    "y:riskDifference:crude",
  ).precision!;

describe("people for the smallest effect of interest", () => {
  it("10 points from 30 %, one to one: 294 treated, by hand", () => {
    // (1.959964 sqrt(2 x 0.25 x 0.75) + 0.841621 sqrt(0.2 x 0.8 + 0.3 x 0.7))^2 / 0.1^2 = 1.712167^2 / 0.01 = 293.15
    expect(precision(0.1).peopleForSmallestEffect).toBe(294);
  });

  it("a fall larger than the share itself is beyond any number of people", () => {
    expect(precision(0.31).peopleForSmallestEffect).toBeNull();
  });

  it("without a smallest effect nothing is said", () => {
    expect(precision()).not.toHaveProperty("peopleForSmallestEffect");
  });
});
