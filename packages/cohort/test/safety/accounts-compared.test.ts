import { accountsOfMargins, accountsOfPairs } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";
import { cellAt, describedOf, treated } from "./study-of-pairs.ts";

/**
 * What partners (n = 71) and clients (n = 133) said before and after, eight items, and the percentages as printed.
 *
 * Published: Measuring the Outcome of Perpetrator Programmes: the Impact Project, Social Sciences 12(11):613 (2023),
 * doi:10.3390/socsci12110613. Numbers asked are inferred there from the printed percentages.
 */
const impact = [
  { item: "felt sadness", partners: [58, 20, "81.7", "28.2"], clients: [72, 76, "54.1", "57.1"] },
  { item: "felt angry or shocked", partners: [36, 14, "50.7", "19.7"], clients: [61, 61, "45.9", "45.9"] },
  { item: "lost respect", partners: [30, 12, "42.3", "16.9"], clients: [53, 58, "39.8", "43.6"] },
  { item: "stopped trusting", partners: [34, 9, "47.9", "12.7"], clients: [51, 59, "38.3", "44.4"] },
  { item: "made afraid", partners: [27, 8, "38.0", "11.3"], clients: [39, 43, "29.3", "32.3"] },
  { item: "wanted to leave", partners: [21, 8, "29.6", "11.3"], clients: [37, 33, "27.8", "24.8"] },
  { item: "bruises or cuts", partners: [33, 4, "46.5", "5.6"], clients: [32, 36, "24.1", "27.1"] },
  { item: "anxious, panic", partners: [25, 11, "35.2", "15.5"], clients: [28, 33, "21.1", "24.8"] },
] as const;

describe("two accounts of which the totals are published", () => {
  it.each(impact)("IMPACT, $item: both stand by themselves as printed, and McNemar is refused", (item) => {
    const [before, after, ...printed] = item.partners;
    const [clientBefore, clientAfter, ...clientPrinted] = item.clients;
    const found = accountsOfMargins(
      {
        reporter: "victim-survivor",
        before: { events: before, total: 71 },
        after: { events: after, total: 71 },
      },
      {
        reporter: "perpetrator",
        before: { events: clientBefore, total: 133 },
        after: { events: clientAfter, total: 133 },
      },
    );
    const percents = found.accounts.map((account) =>
      [account.before, account.after].map(({ value }) => (100 * value!).toFixed(1)),
    );
    expect(percents).toEqual([printed, clientPrinted]);
    expect(found.accounts.map(({ reporter }) => reporter)).toEqual(["victim-survivor", "perpetrator"]);
    // Wanted to leave is the one item both say became rarer.
    expect(found.disagree).toBe(item.item !== "wanted to leave");
    expect(found.mcnemar).toMatchObject({ id: "mcnemar-from-margins" });
    expect(found.mcnemar.why).toMatch(/cannot be had from margins/);
  });

  it("fall by 40.8 points by partners and rise by 3.0 by clients, for bruises or cuts", () => {
    const { accounts } = accountsOfMargins(
      { reporter: "partner", before: { events: 33, total: 71 }, after: { events: 4, total: 71 } },
      { reporter: "client", before: { events: 32, total: 133 }, after: { events: 36, total: 133 } },
    );
    // By hand: 100 × (4 − 33) / 71 and 100 × (36 − 32) / 133.
    expect(accounts.map(({ changePoints }) => changePoints.toFixed(1))).toEqual(["-40.8", "3.0"]);
  });

  it("are refused where more say it than were asked", () => {
    const fine = { events: 1, total: 2 };
    expect(() =>
      accountsOfMargins(
        { reporter: "a", before: { events: 3, total: 2 }, after: fine },
        { reporter: "b", before: fine, after: fine },
      ),
    ).toThrow(/accountsOfMargins: events must be a whole number from 0 to total \(people before\), got 3 of 2/);
  });
});

describe("two accounts of the same pairs", () => {
  it("are tested on the pairs who differ: 9 against 1 is p = 0.0215 exactly, mid-P 0.0117", () => {
    const found = accountsOfPairs({ both: 20, firstOnly: 9, secondOnly: 1, neither: 10 });
    // By hand: 2 × (C(10,0) + C(10,1)) / 2^10 = 22/1024; mid-P takes half of the split seen twice: 22/1024 − 10/1024.
    expect(found.mcnemar.exactPValue).toBeCloseTo(22 / 1024, 12);
    expect(found.mcnemar.midPValue).toBeCloseTo(12 / 1024, 12);
    expect(found).toMatchObject({ pairs: 40, agree: { numerator: 30, denominator: 40, value: 0.75 } });
    expect(found.difference.value).toBeCloseTo(0.2, 12);
  });

  it("swap sides without another result", () => {
    const one = accountsOfPairs({ both: 3, firstOnly: 4, secondOnly: 2, neither: 1 });
    const other = accountsOfPairs({ both: 3, firstOnly: 2, secondOnly: 4, neither: 1 });
    expect(other.mcnemar.exactPValue).toBe(one.mcnemar.exactPValue);
    expect(other.difference.value).toBeCloseTo(-one.difference.value, 12);
  });
});

describe("the victim-survivor’s account beside others, in a study", () => {
  const head = ["person", "victim", "wave", "kind", "severity", "reporter"];

  it("is compared of pairs of whom both were heard, of kinds both were asked about", () => {
    const found = describedOf({
      people: treated("P1", "P2", "P3"),
      abuse: tableOf(
        head,
        ["P1", "V1", "intake", "physical", 2, "victim-survivor"],
        ["P1", "V1", "intake", "physical", 0, "perpetrator"],
        ["P1", "V1", "intake", "economic", 1, "perpetrator"], // nobody asked the victim-survivor
        ["P2", "V2", "intake", "physical", 1, "victim-survivor"],
        ["P2", "V2", "intake", "physical", 3, "perpetrator"],
        ["P3", "V3", "intake", "physical", 2, "victim-survivor"],
      ),
    });
    const said = (who: string, kind = "any") =>
      cellAt(found.tables, "safety-accounts-perpetrator", { kind, wave: "intake", said: who }).numerator;
    expect([said("both"), said("firstOnly"), said("secondOnly"), said("neither"), said("total")]).toEqual([
      1, 1, 0, 0, 2,
    ]);
    expect(
      cellAt(found.tables, "safety-accounts-differ-perpetrator", { kind: "any", wave: "intake", figure: "mcnemar" }),
    ).toMatchObject({ numerator: 1, denominator: 2, value: expect.closeTo(0.5, 12) });
    expect(found.refusals).toEqual([]);
  });

  it("is not tested where no pair has both: the refusal says that margins do not give it", () => {
    const found = describedOf({
      people: treated("P1", "P2"),
      abuse: tableOf(
        head,
        ["P1", "V1", "intake", "physical", 2, "victim-survivor"],
        ["P2", "V2", "intake", "physical", 0, "perpetrator"],
      ),
    });
    expect(found.refusals).toMatchObject([{ id: "mcnemar-from-margins:perpetrator" }]);
    expect(found.tables.some(({ id }) => id.startsWith("safety-accounts"))).toBe(false);
  });
});

describe("what adds up between accounts of the same pairs", () => {
  const said = (reporter: string, severity: number) => (id: string) =>
    [id, `V${id}`, "intake", reporter, "physical", severity] as const;
  const ids = ["P1", "P2", "P3"];
  const { tables } = describedOf({
    people: treated(...ids),
    abuse: tableOf(
      ["person", "victim", "wave", "reporter", "kind", "severity"],
      ...ids.map(said("victim-survivor", 2)),
      ...ids.slice(0, 2).map(said("perpetrator", 0)),
    ),
  });
  const table = (id: string) => tables.find((one) => one.id === id)!;

  it("names those who differ, of whom only one says so are the parts", () => {
    const differ = table("safety-accounts-differ-perpetrator");
    const at = "; kind=any; wave=intake";
    expect(differ.cells[0]!.of).toMatchObject({
      numerator: `said differ with perpetrator${at}`,
      denominator: `said all with perpetrator${at}`,
    });
    expect(differ.sums).toContainEqual({
      total: `said differ with perpetrator${at}`,
      parts: [`said firstOnly with perpetrator${at}`, `said secondOnly with perpetrator${at}`],
    });
    expect(differ.linked).toEqual(["safety-accounts-perpetrator"]);
  });

  it("ties what the victim-survivor says here to the table of that account by name, the pairs not compared apart", () => {
    const present = "abuse present at; kind=any; reporter=victim-survivor; wave=intake";
    const names = table("safety-abuse-present-victim-survivor").cells.map(({ of }) => of!.numerator);
    expect(names).toContain(present);
    const sums = table("safety-accounts-perpetrator").sums!.filter(({ total }) => total === present);
    expect(sums.map(({ parts }) => parts.length)).toEqual([2, 3]);
  });
});
