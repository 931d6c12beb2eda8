import { describeEconomics, renderDashboard, renderReport, withTexts } from "@likewise/report";
import { describe, expect, it } from "vitest";
import { betterAndCausal, emptyParts, worseNotCausal } from "../fixtures/studies.ts";

// The invented money of the fixtures: £400,000 paid, £520,000 gained (150,000 to 910,000).
describe("costs and benefits in ten lines", () => {
  const lines = describeEconomics(betterAndCausal());

  it("practice-B38: the cost of a case stands with the years it is told over", () => {
    expect(lines[1]).toBe(
      "Cost       £400,000 (£380,000 to £420,000), present value over 5 years in prices of 2024-25",
    );
    expect(lines[2]).toBe("For each   person referred £1,330, start £1,670, completer £3,330");
  });

  it("tell who pays and gains, what would break even against the interval, what has no price, and whose values they are", () => {
    expect(lines.join("\n")).toContain("Police of Eastfield pays £100,000, gains £100,000");
    expect(lines.join("\n")).toContain(
      "0.077 (crime); it was 0.100 (interval 0.031 to 0.169). That lies within the interval.",
    );
    expect(lines).toContain("No price   children’s fear");
    expect(lines.at(-1)).toContain("CC BY 4.0");
    expect(lines).toHaveLength(11);
  });

  it("speak of a scenario at level 2, and never of what was gained", () => {
    const text = describeEconomics(worseNotCausal()).join("\n");
    expect(text).toContain("this is a scenario");
    expect(text).toContain("would gain £100,000");
    expect(text).not.toMatch(/, gains £|Valued at published prices/);
  });

  it("hold no worth where a value was written from memory", () => {
    const results = betterAndCausal();
    const economics = results.economics!;
    const recalled = { ...economics, ledger: economics.ledger.map((row) => ({ ...row, status: "RECALLED" as const })) };
    expect(describeEconomics({ ...results, economics: recalled }).join("\n")).not.toMatch(/Worth|How sure|Break-even/);
  });

  it("say that nothing was worked out where nothing was", () => {
    expect(describeEconomics(emptyParts())).toEqual(["Costs and benefits were not worked out."]);
  });
});

describe("money on the pages", () => {
  it("answers on the first screen who pays and who gains, and stands in the report with a table under each picture", async () => {
    const results = withTexts(betterAndCausal());
    expect(await renderDashboard(results)).toContain("Council of Eastfield: pays £300,000, gains £20,000");
    const report = await renderReport(results);
    for (const id of ["money-waterfall", "money-tornado", "money-acceptability", "money-plane"]) {
      expect(report).toContain(`data-chart="${id}"`);
      expect(report).toContain(`id="numbers-of-${id}"`);
    }
  });

  it("is a scenario on both pages at level 2", async () => {
    const results = withTexts(worseNotCausal());
    for (const render of [renderDashboard, renderReport]) {
      expect(await render(results)).toContain("If the whole difference were caused by the programme");
    }
  });
});
