import { renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { noClearDifference } from "../fixtures/studies.ts";

async function reportOf(change: (results: Results) => Results): Promise<string> {
  return renderReport(withTexts(change(noClearDifference())));
}

describe("reasons on a page", () => {
  it("are explained, are the plan’s own label, or are the code as words", async () => {
    const text = await reportOf((results) => ({
      ...results,
      options: { ...results.options, cohort: { baseline: [{ id: "prior_da", label: "crimes in the year before" }] } },
      accounts: [
        {
          stage: "offending",
          table: "events",
          file: null,
          rowsIn: 6,
          rowsUsed: 2,
          rowsRejected: 4,
          reasons: [
            { code: "prior_da missing", rows: 1 },
            { code: "part-victim", rows: 1 },
            { code: "date_impossible", rows: 1 },
            { code: "under 18 at the decision", rows: 1 },
          ],
          notes: [],
        },
      ],
    }));
    for (const words of [
      "not known: crimes in the year before",
      "the person was the victim",
      "date impossible",
      "under 18 at the decision",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("part victim");
  });
});

describe("an outcome without a clear difference", () => {
  it("is said to be so once where its headline stands, and named so where it does not", async () => {
    const text = await reportOf((results) => results);
    expect(text).not.toContain("No clear difference was found");
    expect(text).toMatch(/no clear difference between the two groups/);
  });
});
