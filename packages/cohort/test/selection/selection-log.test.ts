import { selectionLog, selectionTables } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

// Sixty people with scores 1 to 60; at 25 or more the score alone would select 36. The panel picks 40: all of those but
// 25 and 26 (over-ridden down), and 19 to 24 (over-ridden up). The provider has 30 places and takes 31 to 60.
const scores = Array.from({ length: 60 }, (_, i) => i + 1);
const picked = (score: number) => score >= 19 && score !== 25 && score !== 26;
const rows = scores.map((score) => [
  `P${score}`,
  "2024-01-10",
  score,
  picked(score) ? "selected" : "not-selected",
  picked(score) ? (score > 30 ? "accepted" : "capacity-refused") : null,
  score === 25 || score === 26 ? "in custody" : score < 25 && picked(score) ? "escalating" : null,
]);
const names = ["person", "decision_date", "score", "panel_decision", "provider_decision", "reason"];
const cohort = { selection: { score: "harm", threshold: 25 }, scores: [{ id: "harm" }] };
const log = selectionLog({ plan: planOf({ cohort }), tables: { selections: tableOf(names, ...rows) } })!;

describe("the selection log", () => {
  it("practice-C2: the panel picks 40, the provider takes 30: capacity refusals 10, their scores shown", () => {
    expect(log.counts.selected).toEqual({ accepted: 30, refused: 0, "capacity-refused": 10, "not-recorded": 0 });
    expect(log.capacityRefused.map(({ score }) => score).sort((a, b) => a! - b!)).toEqual([
      19, 20, 21, 22, 23, 24, 27, 28, 29, 30,
    ]);
    expect(log.scores.find(({ group }) => group === "capacity-refused")).toMatchObject({
      decisions: 10,
      scores: { n: 10, mean: 24.3, median: 23.5 },
    });
  });

  it("counts decisions agreed and over-ridden up and down, with the reasons given", () => {
    expect(log.againstScore).toMatchObject({
      threshold: 25,
      agreed: { numerator: 52, denominator: 60 },
      overriddenUp: { numerator: 6, denominator: 60 },
      overriddenDown: { numerator: 2, denominator: 60 },
      withoutScore: 0,
      reasonsUp: [{ code: "escalating", rows: 6 }],
      reasonsDown: [{ code: "in custody", rows: 2 }],
    });
  });

  it("gives Cohen’s kappa with its interval, by hand", () => {
    // score yes 36, no 24; panel yes 40, no 20: by chance (36·40 + 24·20) / 3600 = 8/15; (52/60 − 8/15) / (7/15) = 5/7
    const found = log.agreement.find(({ id }) => id === "score-panel")!;
    expect(found.counts).toEqual({ both: 34, first: 2, second: 6, neither: 18 });
    expect(found.kappa).toBeCloseTo(5 / 7, 14);
    // Fleiss, Levin and Paik (2003), 18.13: A + B − C
    const [p, kappa, chance] = [[34 / 60, 2 / 60, 6 / 60, 18 / 60], 5 / 7, 8 / 15] as const;
    const [rowYes, columnYes] = [36 / 60, 40 / 60];
    const a =
      p[0]! * (1 - (rowYes + columnYes) * (1 - kappa)) ** 2 + p[3]! * (1 - (2 - rowYes - columnYes) * (1 - kappa)) ** 2;
    // p_ij (p_.i + p_j.)²
    const apart = p[1]! * (columnYes + 1 - rowYes) ** 2 + p[2]! * (1 - columnYes + rowYes) ** 2;
    const b = (1 - kappa) ** 2 * apart;
    const c = (kappa - chance * (1 - kappa)) ** 2;
    const standardError = Math.sqrt(a + b - c) / ((1 - chance) * Math.sqrt(60));
    expect(found.interval![0]).toBeCloseTo(kappa - 1.959963984540054 * standardError, 12);
    expect(found.interval![1]).toBeCloseTo(kappa + 1.959963984540054 * standardError, 12);
  });

  it("refuses kappa of panel and provider where the provider saw only those the panel picked", () => {
    expect(log.agreement.find(({ id }) => id === "panel-provider")).toMatchObject({
      agreed: { numerator: 30, denominator: 30 },
      kappa: null,
      interval: null,
    });
    expect(log.refusals.map(({ what }) => what)).toEqual(["Kappa of panel-provider"]);
  });

  it("offers those refused for capacity as a comparison group, and says how their scores lie", () => {
    expect(log.proposal).toMatchObject({
      comparator: "capacity-refused",
      accepted: 30,
      acceptedLater: 0,
      scoresWithinAccepted: { people: 0, scored: 10 }, // 19 to 30 against 31 to 60: places went by score
    });
    expect(log.proposal!.people).toHaveLength(10);
  });

  it("has tables whose cells add up to their totals, without a person’s score", () => {
    const tables = selectionTables(log);
    const decisions = tables.find(({ id }) => id === "selection-decisions")!;
    const at = (panel: string, provider: string) =>
      decisions.cells.find((cell) => cell.at.panel === panel && cell.at.provider === provider)!.numerator as number;
    for (const panel of ["selected", "capacity-refused", "not-selected", "total"]) {
      const parts = ["accepted", "capacity-refused", "refused", "not-recorded"].map((provider) => at(panel, provider));
      expect(parts.reduce((a, b) => a + b)).toBe(at(panel, "total"));
    }
    expect(at("total", "total")).toBe(60);
    expect(tables.map(({ id }) => id)).toEqual([
      "selection-decisions",
      "selection-against-score",
      "selection-reasons-overridden-up",
      "selection-reasons-overridden-down",
      "selection-reasons-capacity-refused",
      "selection-agreement",
      "selection-scores",
    ]);
    expect(JSON.stringify(tables)).not.toMatch(/P\d/);
  });
});

describe("an awkward log", () => {
  const awkward = tableOf(
    [...names, "judgement"],
    ["A", "2024-02-01", null, "capacity-refused", null, null, "suitable"],
    ["A", "2024-05-01", 30, "selected", "accepted", null, "suitable"],
    ["B", "2024-02-01", 25, "capacity-refused", null, null, "not suitable"],
    ["C", "2024-02-01", 24, "selected", "refused", null, null],
    ["C", "2024-02-01", 24, null, null, null, null],
    ["D", "2024-02-01", 24, "Selected!", null, null, null],
    [null, "2024-02-01", 50, "selected", "accepted", null, null],
  );
  const plan = planOf({ cohort: { selection: { threshold: 25, suitable: ["suitable"] } } });
  const found = selectionLog({ plan, tables: { selections: awkward } })!;

  it("leaves rows that are no decision unread, and decisions without a score in no share", () => {
    expect(found).toMatchObject({ decisions: 4, people: 3, unread: 3, againstScore: { withoutScore: 1 } });
    expect(found.againstScore!.agreed).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it("takes want of capacity for no judgement", () => {
    expect(found.agreement.map(({ id, counts }) => [id, counts])).toEqual([
      ["score-panel", { both: 2, first: 0, second: 1, neither: 0 }],
      ["judgement-panel", { both: 2, first: 0, second: 1, neither: 0 }],
      ["score-judgement", { both: 1, first: 1, second: 0, neither: 0 }],
      ["panel-provider", { both: 1, first: 1, second: 0, neither: 0 }],
    ]);
  });

  it("keeps whoever was accepted at another decision out of the comparison group", () => {
    expect(found.proposal).toMatchObject({ people: ["B"], accepted: 1, acceptedLater: 1 });
  });

  it("refuses what the plan does not say and the data do not hold", () => {
    const bare = tableOf(["person", "decision_date", "panel_decision"], ["A", "2024-02-01", "selected"]);
    const refusals = selectionLog({ plan: planOf({}), tables: { selections: bare } })!.refusals;
    expect(refusals.map(({ id }) => id)).toEqual(["selection-score", "selection-provider"]);
    const scored = selectionLog({ plan: planOf({}), tables: { selections: awkward } })!;
    expect(scored.refusals.map(({ id }) => id)).toEqual([
      "selection-threshold",
      "selection-judgement",
      "selection-kappa",
    ]);
    expect(scored.againstScore).toBeNull();
  });

  it("is nothing without a log", () => {
    expect(selectionLog({ plan: planOf({}), tables: {} })).toBeNull();
  });

  it("does not depend on the order of the rows", () => {
    const reversed = tableOf(names, ...rows.toReversed());
    expect(selectionLog({ plan: planOf({ cohort }), tables: { selections: reversed } })).toEqual(log);
  });
});
