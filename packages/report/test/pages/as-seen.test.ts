import { chartNamed, renderDashboard, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { betterAndCausal, cannotSay } from "../fixtures/studies.ts";
import { visibleText } from "./visible-text.ts";

/** The first estimate with another share of the treated than the one counted, as weights or a model give. */
function weighted(results: Results): Results {
  const [first, ...rest] = results.comparisons;
  const estimates = first!.estimates.map((one) =>
    one.primary ? { ...one, treated: { ...one.treated, n: 110, events: 44, value: 0.459 } } : one,
  );
  return { ...results, comparisons: [{ ...first!, estimates }, ...rest] };
}

describe("shares that were adjusted", () => {
  it("are called so on the bars, with what was counted below: 44 of 110 are 40.0 in every 100, not 45.9", async () => {
    const content = chartNamed("arms").content(withTexts(weighted(betterAndCausal())))!;
    expect(content.subtitle).toContain("adjusted");
    expect(content.notes[0]).toMatch(/^The bars show shares adjusted .* 44 of 110 .*40\.0 in every 100/);
    expect(visibleText(await renderDashboard(withTexts(weighted(betterAndCausal()))))).toContain("44 of 110");
  });

  it("and only those", () => {
    const content = chartNamed("arms").content(withTexts(betterAndCausal()))!;
    expect(`${content.subtitle} ${content.notes.join(" ")}`).not.toContain("adjusted");
  });
});

describe("what was not found out", () => {
  it("who was reached is told where nothing decides", async () => {
    const nobody = { ...betterAndCausal(), comparisons: [], claims: [], decisions: [], economics: null, guards: [] };
    const text = visibleText(await renderDashboard(withTexts(nobody)));
    expect(text).toContain("Who was reached? 640 people were referred. 420 started and 230 completed.");
  });

  it("people neither analysed nor without a match are told of: 640 less 300 less 67 leaves 273", async () => {
    const results = betterAndCausal();
    const [first, ...rest] = results.comparisons;
    const matching = { treatedUnmatched: 67 } as NonNullable<typeof first>["matching"];
    const text = visibleText(
      await renderDashboard(withTexts({ ...results, comparisons: [{ ...first!, matching }, ...rest] })),
    );
    expect(text).toContain("For 67 nobody like them was found. 273 more are not in the analysis for other reasons.");
  });

  it("a level beside people who changed groups says that they lowered it", async () => {
    const results = betterAndCausal();
    const [first, ...rest] = results.comparisons;
    const crossover = { rule: "crossover", text: "more than 5 % of a group were not treated as assigned", drop: 1 };
    const evidence = first!.evidence.map((grade) => ({
      ...grade,
      drops: [crossover],
    }));
    const text = visibleText(
      await renderDashboard(withTexts({ ...results, comparisons: [{ ...first!, evidence }, ...rest] })),
    );
    expect(text).toContain(
      "The level is lowered already because more than 5 % of a group were not treated as assigned.",
    );
  });

  it("no result is called no worse where none says anything", async () => {
    const text = visibleText(await renderDashboard(withTexts(cannotSay())));
    expect(text).toContain("No result here can show harm or its absence");
    expect(text).not.toContain("Nothing was worse");
  });

  it("harms are not reported on where no record of them was brought", async () => {
    const row = async (results: Results) =>
      /Harms: how they were looked for[^<]*<\/th><td>[^<]*<\/td><td>([^<]*)</.exec(
        await renderReport(withTexts(results)),
      )![1];
    const without = betterAndCausal();
    expect(await row(without)).toContain("not met");
    const [account] = without.accounts;
    expect(await row({ ...without, accounts: [...without.accounts, { ...account!, table: "harms" }] })).not.toContain(
      "not met",
    );
  });
});
