import { describeEconomics, renderDashboard, renderReport, withTexts } from "@likewise/report";
import { beforeAll, describe, expect, it } from "vitest";
import { betterAndCausal, emptyParts, worseNotCausal } from "../fixtures/studies.ts";
import { fleschKincaidGrade } from "../readability.ts";

// The invented money of the fixtures: £400,000 paid, £520,000 gained (150,000 to 910,000).
describe("costs and benefits in ten lines", () => {
  const lines = describeEconomics(withTexts(betterAndCausal()));

  it("practice-B38: the cost of a case stands with the years it is told over", () => {
    expect(lines[1]).toBe(
      "Cost       £400,000 (£380,000 to £420,000), present value over 5 years in prices of 2024-25",
    );
    // Each times the limits of the cost, 0.95 and 1.05 of it.
    expect(lines[2]).toBe(
      "For each   Person referred £1,330 (£1,260 to £1,400). Start £1,670 (£1,590 to £1,750). Completer £3,330 (£3,160 to £3,500). One more (person without a recorded offence) £13,300 (£7,840 to £44,400)",
    );
  });

  it("tell who pays and gains, what would break even against the interval, what has no price, and whose values they are", () => {
    expect(lines.join("\n")).toContain("Police of Eastfield pays £100,000, gains £100,000");
    expect(lines.join("\n")).toContain(
      "Break-even The programme pays for itself if it prevents at least 7.7 crimes for every 100 people. The study’s interval, 3.1 to 16.9, includes that.",
    );
    expect(lines).toContain("No price   children’s fear");
    expect(lines.at(-1)).toContain("CC BY 4.0");
    // Ten, and the licence of a value.
    expect(lines).toHaveLength(11);
    expect(lines.map((line) => line.slice(0, 11).trim()).slice(0, 10)).toEqual(
      "Spent,Cost,For each,Worth,Budgets,Who,Break-even,How sure,No price,Level".split(","),
    );
  });

  it("speak of a scenario at level 2, and never of what was gained", () => {
    const text = describeEconomics(withTexts(worseNotCausal())).join("\n");
    expect(text).toContain("this is a scenario");
    expect(text).toContain("would gain £100,000");
    expect(text).toContain("Not shown: that any money was saved");
    expect(text).not.toMatch(/, gains £|At published prices|saving/);
  });

  it("tell costs and successes of the same people with the limits of both, and under what condition", () => {
    expect(describeEconomics(withTexts(worseNotCausal()))).toContain(
      "Together   If the whole difference were caused by the programme, cost would differ by £1,200 (£300 to £2,100) a person. One more (person without a recorded offence): £12,000 (£2,500 to £48,000)",
    );
  });

  it("hold no worth where a value was written from memory", () => {
    const results = betterAndCausal();
    const economics = results.economics!;
    const recalled = {
      ...economics,
      ledger: economics.ledger.map((row) => ({ ...row, status: "RECALLED" as const })),
      claims: { can: [], cannot: [{ rule: "money-cannot-recalled", slots: {}, words: {}, text: null }] },
    };
    const text = describeEconomics(withTexts({ ...results, economics: recalled })).join("\n");
    for (const line of ["Worth     ", "How sure  ", "Break-even", "Budgets   "]) {
      expect(text).toContain(`${line} Not told: a value it rests on was written from memory`);
    }
    expect(text).not.toContain("ratio");
  });

  it("say what it would take where no effect can be told, as no finding", async () => {
    const results = betterAndCausal();
    const key = (part: string) => `economics/wouldTake/needed/${part}`;
    const slots = { estimate: key("estimate"), low: key("interval/0"), high: key("interval/1") };
    const unit = "economics/wouldTake/unit";
    const rule = "money-break-even-fewer-untold";
    const economics = {
      ...results.economics!,
      ...{ appraisal: null, effects: [] },
      wouldTake: {
        ...{ outcome: "reoffended", label: "crimes", unit: "crime", gain: "fewer" as const },
        needed: { estimate: 0.125, interval: [0.1, 0.15] as [number, number] },
        ...{ neededFiscal: null, neededCashable: null },
      },
      claims: { can: [{ rule, slots: { ...slots, unit }, words: {}, text: null }], cannot: [] },
    };
    const said =
      "To pay for itself, the programme would have to prevent at least 12.5 crimes for every 100 people (10.0 to 15.0, as costs and values may vary). This is what it would take. What it did is not shown.";
    const complete = withTexts({ ...results, economics });
    expect(describeEconomics(complete).find((line) => line.startsWith("Break-even"))).toBe(`Break-even ${said}`);
    expect(await renderReport(complete)).toContain(said);
  });

  it("are read by a child of twelve: grade 7 at most together, no line above 9", () => {
    for (const make of [betterAndCausal, worseNotCausal]) {
      const texts = describeEconomics(withTexts(make())).map((line) => `${line.slice(11)}.`);
      expect(fleschKincaidGrade(texts.join(" "))).toBeLessThanOrEqual(7);
      for (const text of texts) expect(fleschKincaidGrade(text), text).toBeLessThanOrEqual(9);
    }
  });

  it("say that nothing was worked out where nothing was", () => {
    expect(describeEconomics(emptyParts())).toEqual(["Costs and benefits were not worked out."]);
  });
});

describe("money on the pages", () => {
  const results = withTexts(betterAndCausal());
  let dashboard: string;
  let report: string;
  beforeAll(async () => {
    [dashboard, report] = await Promise.all([renderDashboard(results), renderReport(results)]);
  });
  const firstScreen = () => dashboard.slice(0, dashboard.indexOf('<nav aria-label="On this page">'));

  it("answers on the first screen with a table of who pays and who gains, and what would pay against the interval", () => {
    const table = /<table class="payers">[\s\S]*?<\/table>/.exec(firstScreen())![0];
    // £300,000 and £100,000 paid, £20,000 and £100,000 gained by bodies, £400,000 by people.
    expect(rowsOf(table)).toEqual([
      ["Who", "Pays", "Gains", "Net", "Cashable"],
      ["Council of Eastfield", "300", "20", "−280", "4.0"],
      ["Police of Eastfield", "100", "100", "0", "8.0"],
      ["People", "0", "400", "400", ""],
      ["All", "400", "520", "120", "12"],
    ]);
    expect(table).toContain("£ thousand, prices of 2024-25");
    expect(firstScreen()).toContain("at least 7.7 crimes for every 100 people. The study’s interval, 3.1 to 16.9");
  });

  it("stands on both pages with four pictures, each with a table under it and a title that a claim gives", () => {
    const titles = results.economics!.claims!.can.flatMap(({ rule, text }) =>
      /^money-(who|plane|acceptable|rests)/.test(rule) ? [text!] : [],
    );
    expect(titles).toHaveLength(4);
    for (const page of [dashboard, report]) {
      for (const id of ["money-waterfall", "money-tornado", "money-acceptability", "money-plane"])
        expect(page).toContain(`data-chart="${id}"`);
      for (const title of titles) expect(page).toContain(`<figcaption>${title}</figcaption>`);
    }
    for (const id of ["money-waterfall", "money-tornado", "money-acceptability", "money-plane"])
      expect(report).toContain(`id="numbers-of-${id}"`);
  });

  it("has columns that add up: where rounded rows do not come to the sum, a row of rounding stands before it", async () => {
    const economics = results.economics!;
    const appraisal = {
      ...economics.appraisal!,
      cost: { estimate: 401_000, interval: [380_000, 420_000] as [number, number] },
    };
    const page = await renderReport({ ...results, economics: { ...economics, appraisal } });
    const table = /<table[^>]*>\s*<caption>Public bodies[\s\S]*?<\/table>/.exec(page)![0];
    const pounds = rowsOf(table)
      .slice(1)
      .map(([who, pays, gains]) => [
        who,
        ...[pays, gains].map((text) => Number(text!.replace(/[£,]/g, "").replace("−", "-"))),
      ]);
    expect(pounds.find(([who]) => who === "Rounding")).toEqual(["Rounding", 1000, 0]);
    for (const column of [1, 2]) {
      const sum = pounds.slice(0, -1).reduce((total, row) => total + Number(row[column]), 0);
      expect(sum).toBe(pounds.at(-1)![column]);
    }
  });

  it("lists what has no price, whose values they are, and the ledger of what each value holds", () => {
    for (const page of [dashboard, report]) {
      expect(page).toContain("Worth something, and without a price here");
      expect(page).toContain("children’s fear");
      expect(page).toContain("CC BY 4.0");
    }
    expect(report).toContain("Values, and what each holds: none is counted twice");
  });

  it("is a scenario on both pages at level 2, and no saving", async () => {
    const scenario = withTexts(worseNotCausal());
    for (const render of [renderDashboard, renderReport]) {
      const page = await render(scenario);
      expect(page).toContain("If the whole difference were caused by the programme");
      expect(page).toContain("That any money was saved");
      expect(page).not.toContain("cashable saving");
    }
  });

  it("is not measured where nobody asked for it, as plainly as a result", async () => {
    const page = await renderDashboard(withTexts(emptyParts()));
    expect(page).toMatch(/<h2>What does it cost, and who gains\?<\/h2>\s*<p class="answer">Not measured<\/p>/);
    expect(page).toContain("Not measured. Costs were not set against gains.");
  });
});

function rowsOf(table: string): string[][] {
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text]) => text!),
  );
}
