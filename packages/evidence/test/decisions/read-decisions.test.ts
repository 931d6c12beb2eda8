import { decisionRules, readDecisions } from "@likewise/evidence";
import type { Claim, Comparison, DecisionReading, Results, SafetyItem } from "@likewise/schema";
import { resultAt } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, outcomeOf } from "../comparison-of.ts";

describe("what speaks for each decision", () => {
  it("names all four options, in one order, whatever the results hold", () => {
    expect(readDecisions(resultsOf({})).map(({ option }) => option)).toEqual(["continue", "vary", "pause", "test"]);
  });

  it("speaks for continuing when the main outcome is better, with cause only where claims allow it", () => {
    expect(rules("continue", withClaims(claimOf("better", true)))).toContain("decision-continue-caused");
    const notCaused = withClaims(claimOf("better", false));
    expect(rules("continue", notCaused)).toContain("decision-continue-better");
    expect(rules("continue", notCaused)).not.toContain("decision-continue-caused");
    expect(rules("test", notCaused)).toContain("decision-test-not-caused");
  });

  it("speaks for a pause for each outcome that is worse, and never then for none being worse", () => {
    const results = withClaims(claimOf("better", true), claimOf("worse", true, "arrested"));
    expect(rules("pause", results)).toEqual(["decision-pause-worse"]);
    expect(rules("continue", results)).not.toContain("decision-continue-none-worse");
    expect(rules("vary", results)).toContain("decision-vary-mixed");
  });

  it("says that harms were not recorded unless a record of them was brought", () => {
    const unknown = (results: Results) => idsOf(readingOf("pause", results).unknown);
    expect(unknown(resultsOf({}))).toEqual(["decision-pause-harms-unknown"]);
    const account = { table: "harms" } as unknown as Results["accounts"][number];
    expect(unknown(resultsOf({ accounts: [account] }))).toEqual([]);
  });

  it("takes support short of everyone as a reason to vary, and support for all as none", () => {
    const offered = (count: number) => resultsOf({ safety: [item({ id: "support-offered", numerator: count })] });
    expect(rules("vary", offered(59))).toContain("decision-vary-support");
    expect(rules("vary", offered(60))).not.toContain("decision-vary-support");
  });

  it("reads a change in victim-survivors' own account either way, and none where it stays", () => {
    const told = (after: number) =>
      resultsOf({
        safety: [
          item({
            id: "abuse-victim-survivor-any",
            ...share(after),
            before: share(30),
            unknown: 12,
          }),
        ],
      });
    // Newcombe's limits from Wilson's, R 4.2.2 prop.test(correct = FALSE): 20/60 − 30/60 from −0.329 to 0.009, and
    // 19/60 − 30/60 from −0.344 to −0.008.
    expect(rules("continue", told(19))).toContain("decision-continue-fewer-abused");
    expect(rules("pause", told(41))).toContain("decision-pause-more-abused");
    for (const after of [20, 29, 30, 31, 40])
      expect(
        [...rules("continue", told(after)), ...rules("pause", told(after))].filter((id) => id.endsWith("abused")),
      ).toEqual([]);
    const [reason] = readingOf("continue", told(19)).reasons.filter(({ rule }) => rule.endsWith("abused"));
    expect(resultAt(told(19), reason!.slots.unknown!)).toBe(12);
  });

  it("takes fewer than half completing as a reason to vary, half as none, and nothing while cases are open", () => {
    const went = (completed: number, open = 0) =>
      resultsOf({ funnel: [step("started", 100), { ...step("completed", completed), open }] });
    expect(rules("vary", went(49))).toContain("decision-vary-completion");
    expect(rules("vary", went(50))).not.toContain("decision-vary-completion");
    expect(rules("vary", went(49, 1))).not.toContain("decision-vary-completion");
  });

  it("takes a group as left out only where the whole interval lies below 1", () => {
    const reach = (high: number) =>
      resultsOf({
        tables: [
          {
            id: "reach-ratio-sex",
            dimensions: [{ id: "sex", label: "Sex", levels: [{ id: "female", label: "female" }], total: null }],
            cells: [{ at: { sex: "female", measure: "others" }, value: 0.6, interval: [0.4, high] }],
          } as unknown as Results["tables"][number],
        ],
      });
    expect(rules("vary", reach(0.99))).toContain("decision-vary-reach");
    expect(rules("vary", reach(1))).not.toContain("decision-vary-reach");
  });

  it("holds no reason that would quote a withheld number", () => {
    const gone = { withheld: "primary" } as const;
    const results = resultsOf({
      funnel: [step("started", 100), { ...step("completed", 10), count: gone }],
      safety: [
        item({ id: "support-offered", numerator: gone }),
        item({
          id: "abuse-victim-survivor-any",
          numerator: 4,
          before: { numerator: gone, denominator: 60, value: gone, interval: null },
        }),
      ],
    });
    expect(readDecisions(results).flatMap(({ reasons }) => reasons.flatMap(({ slots }) => Object.keys(slots)))).toEqual(
      [],
    );
  });

  it("quotes only results that are there, and gives each sentence what its rule promises", () => {
    const results = resultsOf({
      ...withClaims(claimOf("better", true), claimOf("worse", false, "arrested")),
      funnel: [step("started", 100), step("completed", 10)],
      safety: [item({ id: "support-offered", numerator: 50 })],
    });
    for (const { reasons, unknown } of readDecisions(results))
      for (const { rule, slots, words } of [...reasons, ...unknown]) {
        const declared = decisionRules.find(({ id }) => id === rule)!;
        expect(Object.keys(slots)).toEqual([...declared.slots]);
        expect(Object.keys(words).toSorted()).toEqual([...declared.words].toSorted());
        for (const key of Object.values(slots)) expect(resultAt(results, key), key).toBeDefined();
      }
  });

  it("leaves what it reads alone", () => {
    const results = withClaims(claimOf("worse", false));
    const before = structuredClone(results);
    readDecisions(results);
    expect(results).toEqual(before);
  });
});

/** Of 60, with Wilson's limits by their formula. */
function share(numerator: number) {
  const [n, z] = [60, 1.959963984540054];
  const p = numerator / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { numerator, denominator: n, value: p, interval: [centre - reach, centre + reach] as [number, number] };
}

function resultsOf(over: Partial<Results>): Results {
  return {
    study: { outcomes: [outcomeOf({ id: "reoffended", primary: true }), outcomeOf({ id: "arrested" })] },
    comparisons: [],
    funnel: [],
    safety: [],
    tables: [],
    accounts: [],
    economics: null,
    ...over,
  } as unknown as Results;
}

function withClaims(...claims: readonly Claim[]): Results {
  const evidence = [{ scale: "wwclg", estimates: ["reoffended"], level: 3 }] as unknown as Comparison["evidence"];
  const estimates = [estimateOf({ id: "reoffended:riskDifference:crude", primary: true })];
  return resultsOf({ comparisons: [comparisonOf({ claims: [...claims], evidence, estimates })] });
}

function claimOf(verdict: Claim["verdict"], causal: boolean, outcome = "reoffended"): Claim {
  return { outcome, verdict, causal, estimate: outcome, can: [], cannot: [], caveats: [] } as unknown as Claim;
}

function item(over: Partial<SafetyItem> & Pick<SafetyItem, "id">): SafetyItem {
  return { status: "measured", denominator: 60, numerator: 60, before: null, ...over } as SafetyItem;
}

function step(name: string, count: number): Results["funnel"][number] {
  return { step: name, count, open: 0 } as unknown as Results["funnel"][number];
}

function readingOf(option: DecisionReading["option"], results: Results): DecisionReading {
  return readDecisions(results).find((reading) => reading.option === option)!;
}

function rules(option: DecisionReading["option"], results: Results): string[] {
  return idsOf(readingOf(option, results).reasons);
}

function idsOf(sentences: DecisionReading["reasons"]): string[] {
  return sentences.map(({ rule }) => rule);
}
