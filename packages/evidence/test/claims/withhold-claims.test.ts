import { gradeComparison, makeClaims, withholdClaims } from "@likewise/evidence";
import { type Comparison, isWithheld, type Results, resultAt } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { outcomeOf, tarpComparison } from "../comparison-of.ts";

const outcomes = [outcomeOf({ id: "arrest" })];

/** Results that hold the comparison with its grades, as they would stand after disclosure. */
function resultsWith(comparison: Comparison): Results {
  const evidence = gradeComparison({ comparison: tarpComparison, facts: {}, outcomes });
  return { comparisons: [{ ...comparison, evidence }] } as unknown as Results;
}

const claims = makeClaims({
  comparison: tarpComparison,
  grades: gradeComparison({ comparison: tarpComparison, facts: {}, outcomes }),
  outcomes,
});

describe("claims after disclosure", () => {
  it("quote results that are there: every key leads somewhere", () => {
    const results = resultsWith(tarpComparison);
    for (const claim of claims)
      for (const sentence of [...claim.can, ...claim.cannot, ...claim.caveats])
        for (const key of Object.values(sentence.slots)) expect(resultAt(results, key), key).not.toBeUndefined();
  });

  it("stay as they are when nothing they quote is withheld", () => {
    expect(withholdClaims(claims, resultsWith(tarpComparison))).toEqual(claims);
  });

  it("become cannot-say when the events behind them are withheld, and say so", () => {
    const [first, ...rest] = tarpComparison.estimates;
    const hidden = { ...first!, treated: { ...first!.treated, events: { withheld: "primary" as const } } };
    const results = resultsWith({ ...tarpComparison, estimates: [hidden, ...rest] });
    const [claim] = withholdClaims(claims, results);
    expect([claim!.verdict, claim!.causal]).toEqual(["cannot-say", false]);
    expect(claim!.can.map((sentence) => sentence.rule)).toEqual(["headline-cannot-say"]);
    expect(claim!.cannot.map((sentence) => sentence.rule)).toEqual(["cannot-say-withheld"]);
    expect(claim!.id).toBe(claims[0]!.id);
  });

  it("no longer compare other estimates with a difference that is gone, but keep the level and who is missing", () => {
    const [first, ...rest] = tarpComparison.estimates;
    const results = resultsWith({
      ...tarpComparison,
      estimates: [{ ...first!, estimate: { withheld: "secondary" } }, ...rest],
    });
    const rules = withholdClaims(claims, results)[0]!.caveats.map((sentence) => sentence.rule);
    expect(rules).toEqual(expect.arrayContaining(["caveat-level", "caveat-analysed-of-rows"]));
    expect(rules.filter((rule) => /-null$|-p-/.test(rule))).toEqual([]);
  });

  it("a caveat may lose its number without silencing the claim", () => {
    const results = resultsWith({
      ...tarpComparison,
      rows: { ...tarpComparison.rows, used: { withheld: "secondary" } },
    });
    const [claim] = withholdClaims(claims, results);
    expect(claim!.verdict).toBe("better");
    const caveat = claim!.caveats.find((sentence) => sentence.rule === "caveat-analysed-of-rows")!;
    expect(isWithheld(resultAt(results, caveat.slots.analysed!))).toBe(true);
  });
});
