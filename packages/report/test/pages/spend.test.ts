import { renderDashboard, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";
import { tracerOf } from "../trace/tracer-of.ts";
import { vocabularyOf, writtenTexts } from "../trace/vocabulary.ts";
import { visibleText } from "./visible-text.ts";

/** By hand: £2,931 in cash for each of 640 people referred, £4,466 for each of 420 who started. */
const spent: Results["tables"][number] = {
  id: "spend",
  title: "Pounds spent in cash for each referral, start and completer",
  unit: "person",
  definition: "cash-over-count",
  window: null,
  dimensions: [
    {
      id: "per",
      label: "For each",
      levels: [
        { id: "referral", label: "referral" },
        { id: "start", label: "start" },
      ],
      total: null,
    },
  ],
  cells: [
    { at: { per: "referral" }, numerator: 640, denominator: null, value: 2931, interval: null },
    { at: { per: "start" }, numerator: 420, denominator: null, value: 4466, interval: null },
  ],
  linked: [],
};

/** Spend as analysed, and nothing set against it. */
function withSpend(rowsRejected: number): Results {
  const results = betterAndCausal();
  const account: Results["accounts"][number] = {
    stage: "ingest",
    table: "costs",
    file: "spend.csv",
    rowsIn: 70,
    rowsUsed: 70 - rowsRejected,
    rowsRejected,
    reasons: rowsRejected === 0 ? [] : [{ code: "required_missing", rows: rowsRejected }],
    notes: [],
  };
  return withTexts({
    ...results,
    economics: null,
    accounts: [...results.accounts, account],
    tables: [...results.tables, spent],
  });
}

const worthUnknown = "What that was worth was not measured in this study.";

describe("a study that knows what was spent and asked nothing of its worth", () => {
  it("says so alike on the first screen and in the sections of dashboard and report", async () => {
    const results = withSpend(0);
    const [dashboard, report] = [await renderDashboard(results), await renderReport(results)];
    expect(dashboard).toContain('<p class="answer">£2,931 was spent for each person referred</p>');
    for (const page of [dashboard, report]) {
      expect(visibleText(page)).toContain(`£2,931 was spent for each person referred. ${worthUnknown}`);
    }
    expect(visibleText(report)).not.toContain("Not measured in this study.");
  });

  it("never leads with a sum that lacks rejected items, and says how many it lacks", async () => {
    for (const [rejected, words] of [
      [1, "Without 1 item of spend whose row was rejected"],
      [2, "Without 2 items of spend whose rows were rejected"],
    ] as const) {
      const dashboard = await renderDashboard(withSpend(rejected));
      expect(dashboard).toContain('<p class="answer">What was spent is not fully known</p>');
      expect(visibleText(dashboard)).toContain(`${words}, £2,931 was spent for each person referred. For each person`);
    }
    const known = { ...withSpend(1), economics: betterAndCausal().economics };
    expect(visibleText(await renderDashboard(withTexts(known)))).toContain("Without 1 item of spend whose row was");
  });

  it("counts no rows that are layout: a total at the foot, the header once more", async () => {
    const [account] = withSpend(2).accounts.slice(-1);
    const reasons = [
      { code: "footer_row", rows: 1 },
      { code: "repeated_header", rows: 1 },
    ];
    const results = withSpend(0);
    const accounts = [...results.accounts.slice(0, -1), { ...account!, reasons }];
    expect(await renderDashboard({ ...results, accounts })).not.toContain("of spend whose");
  });

  it("has no text that is from nowhere", async () => {
    const vocabulary = vocabularyOf(writtenTexts());
    for (const results of [withSpend(0), withSpend(1)]) {
      for (const render of [renderDashboard, renderReport]) {
        const texts = tracerOf(results, vocabulary)(await render(results));
        expect(texts.filter(({ origins }) => origins === null).map(({ text }) => text)).toEqual([]);
      }
    }
  });
});
