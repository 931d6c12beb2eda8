import { describeComparison, describeRun, withTexts } from "@likewise/report";
import { describe, expect, it } from "vitest";
import {
  betterAndCausal,
  cannotSay,
  continuousOutcome,
  emptyParts,
  fixtures,
  worseNotCausal,
} from "../fixtures/studies.ts";

const longest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

describe.each(Object.entries(fixtures))("in a terminal, %s", (_, make) => {
  const results = withTexts(make());

  it("fits 100 columns, without trailing space or control character", () => {
    for (const text of [describeRun(results), ...results.comparisons.map(describeComparison)]) {
      expect(longest(text)).toBeLessThanOrEqual(100);
      expect(text).not.toMatch(/[ \t]$/m);
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe("a run in a few lines", () => {
  it("says what was found, how sure, what stands beside it, and where every row went", () => {
    expect(describeRun(withTexts(betterAndCausal()))).toBe(
      [
        "Invented service (synthetic)",
        "Found      Recorded reoffending within 12 months was lower among people referred. There is evidence",
        "           that, in every 100 people, the programme lowers the number with recorded reoffending",
        "           within 12 months by between 3.1 and 16.9. The best estimate is 10.0 fewer.",
        "How sure   level 3 of 5, at most 4 on the Maryland scale (What Works Centre edition)",
        "Beside it  - This rests on something not shown: that people lost, people who changed groups and",
        "             chance differences at the start did no harm.",
        "           - Adjusted for what was measured, the interval includes no difference: 9.0 fewer in every",
        "             100 people (15.0 fewer to 17.0 more).",
        "           - Which estimate decides was set by default and not fixed by the plan in advance. It is",
        "             the risk difference, without adjustment.",
        "           - Another test of the same outcome (log-rank) gives p = 0.0501, which is not below 0.05.",
        "Rows       ingest (people): 26,018 in = 26,000 used + 18 rejected",
      ].join("\n"),
    );
  });

  it("says why nothing can be said, and that no cause was shown", () => {
    expect(describeRun(withTexts(cannotSay()))).toContain("Not shown  - What difference the programme made, because");
    expect(describeRun(withTexts(worseNotCausal()))).toContain("Not shown  - That the programme caused the difference");
    expect(describeRun(withTexts(emptyParts()))).toContain("Nobody was compared with anybody");
  });
});

describe("a comparison", () => {
  const text = (make: typeof betterAndCausal) => describeComparison(withTexts(make()).comparisons[0]!);

  it("leads with the marking and the verdict in capitals", () => {
    expect(text(betterAndCausal)).toMatch(/^Working result: exact numbers, not for release\n/);
    expect(text(betterAndCausal)).toContain("\nBETTER: Recorded reoffending within 12 months was lower");
    expect(text(worseNotCausal)).toContain("\nWORSE: ");
    expect(text(cannotSay)).toContain("\nCANNOT SAY: ");
  });

  it("prints estimates to seven digits and marks the one that decides", () => {
    expect(text(continuousOutcome)).toMatch(/^\* earnings:meanDifference:matched +1571\.745 +\(120\.25, 3023\.2\)/m);
    expect(text(continuousOutcome)).toMatch(/^ {2}earnings:meanDifference:crude/m);
    expect(text(betterAndCausal)).toContain("reoffended, log-rank: 3.8375 on 1 df, p 0.0501");
  });

  it("shows the matching, its checks and ties", () => {
    expect(text(continuousOutcome)).toContain("Matched    113 treated with 113 comparison, 72 treated without a match");
    expect(text(continuousOutcome)).toContain("Checked    caliper 113 (0 broken)");
    expect(text(continuousOutcome)).toContain("Ties       earnings: 1,500 to 1,650 over all ways of breaking them");
  });

  it("names the covariate that differs most, before and after", () => {
    expect(text(continuousOutcome)).toMatch(
      /^Balance {4}largest difference of means [\d.]+ SD before \(.+\), [\d.]+ SD\s+after/m,
    );
  });

  it("says once what was assumed, and where what was not stated can be", () => {
    const [comparison] = withTexts(betterAndCausal()).comparisons;
    const { claims } = comparison!;
    const assumed = { ...claims[0]!.caveats[0]!, rule: "caveat-assumption", text: "Assumed: ties go by id." };
    const lines = describeComparison({
      ...comparison!,
      claims: claims.map((claim) => ({ ...claim, caveats: [...claim.caveats, assumed] })),
      assumptions: ["ties go by id"],
    });
    expect(lines.match(/ties go by id/g)).toHaveLength(1);
    expect(lines).toContain("--facts FILE");
    const stated = comparison!.evidence.map((grade) => ({ ...grade, notAssessed: [] }));
    expect(describeComparison({ ...comparison!, evidence: stated })).not.toContain("--facts FILE");
  });

  it("puts long ids on a line of their own instead of running over", () => {
    const long = betterAndCausal();
    const estimates = long.comparisons[0]!.estimates.map((one, index) => ({
      ...one,
      id: `recorded-domestic-abuse-reoffending-within-twelve-months-${index}:riskDifference:adjusted`,
    }));
    const lines = describeComparison({ ...long.comparisons[0]!, estimates, claims: [] });
    expect(longest(lines)).toBeLessThanOrEqual(100);
    expect(lines).toContain("-0.1 ");
  });
});
