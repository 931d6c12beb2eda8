import { renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";

const textOf = (page: string) =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

const linesOf = (page: string) => page.split("What it rests on, or what would tell ")[1]!.slice(0, 600);

/** Invented grants: housing ends on 31 July 2025, four months after the extracts, with nothing after it. */
const funding: NonNullable<NonNullable<Results["economics"]>["funding"]> = {
  asAt: "2025-03-31",
  total: 500_000,
  byFunder: [
    { funder: "Council of Eastfield", pounds: 400_000, share: 0.8 },
    { funder: "A charity", pounds: 100_000, share: 0.2 },
  ],
  grants: [
    {
      funder: "A charity",
      purpose: "housing",
      pounds: 100_000,
      from: "2024-08-01",
      to: "2025-07-31",
      after: "cliff-edge",
    },
    {
      funder: "Council of Eastfield",
      purpose: "case work",
      pounds: 400_000,
      from: "2024-04-01",
      to: "2026-03-31",
      after: "nothing",
    },
  ],
  overlaps: [],
  cliffs: [{ day: "2025-07-31", purpose: "housing", funders: ["A charity"], share: 0.334 }],
};

describe("three aims and the money that pays for them", () => {
  let known: string;
  let unknown: string;
  beforeAll(async () => {
    const results = betterAndCausal();
    const [estimate] = results.comparisons[0]!.estimates.filter(({ primary }) => primary);
    const economics = { ...results.economics!, comparison: results.comparisons[0]!.id, confidence: estimate!.outcome };
    known = textOf(await renderReport(withTexts({ ...results, economics: { ...economics, funding } })));
    const { claims: _gone, ...rest } = results.economics!;
    const funnel = results.funnel.map((step) => ({ ...step, shareOfReferrals: { withheld: "primary" as const } }));
    unknown = textOf(
      await renderReport(withTexts({ ...results, funnel, economics: { ...rest, appraisal: null, effects: [] } })),
    );
  });

  it("practice-E5: confidence, completion and value for money stand in three lines, or say that there is no data", () => {
    const lines = linesOf(known);
    expect(lines).toMatch(
      /Victim-survivors are confident [\d.]+% of [\d,]+; [−\d.]+ in 100 against the comparison group/,
    );
    expect(lines).toMatch(/A realistic chance of success [\d.]+% \([\d.]+% to [\d.]+%\) Who completed/);
    expect(lines).toContain("Value for money Benefit-cost ratio 1.30 (0.380 to 2.30)");
    const none = linesOf(unknown);
    expect(none.match(/No data/g)).toHaveLength(3);
    expect(unknown.includes("Who funds it")).toBe(false);
  });

  it("practice-D26: a cliff edge within six months is flagged, with what it is of and its share of the money", () => {
    const ends = known.split("Cliff edge:")[1]!.slice(0, 600);
    expect(ends).toContain(
      "money for housing (A charity) ends on 2025-07-31, within six months of 2025-03-31, and nothing follows. It is 33.4% of all money that flows on that day.",
    );
    expect(ends).toContain("Council of Eastfield £400,000 80.0%");
    expect(ends).toContain("Nothing is agreed, and it ends within six months");
  });
});
