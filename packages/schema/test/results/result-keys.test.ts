import { listKeys, resultAt, resultKey } from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const results = {
  funnel: [
    { step: "referred", label: "Referred", count: 620, interval: null },
    { step: "started", label: "Started", count: { withheld: "primary" }, interval: [{ withheld: "primary" }, 0.5] },
  ],
  analysisSets: [
    { id: "referred", arm: "treated", people: 620 },
    { id: "referred", arm: "comparison", people: 3000 },
    { id: "completed", arm: "treated", people: 180 },
  ],
  coverage: [
    { outcome: "da", arm: "treated", people: 620, missing: [{ code: "not-searched", rows: 4 }] },
    { outcome: "da", arm: "comparison", people: 3000, missing: [] },
  ],
  blocks: [{ outcome: "da", group: "treated", block: -1, share: 0.4 }],
  comparisons: [
    {
      id: "headline",
      balance: [
        { covariate: "age", level: null, before: { treated: 30 } },
        { covariate: "sex", level: "F", before: { treated: 0.1 } },
        { covariate: "sex", level: "M", before: { treated: 0.9 } },
      ],
      estimates: [
        { id: "re78/1000:riskRatio:crude", estimate: 2, interval: [0.5, { unbounded: "above" }], pValue: null },
        { id: "7", estimate: 7, interval: [1, 2], pValue: 0.5 },
      ],
      design: { caliper: { sd: 0.2 }, "odd~key/x": 1 },
    },
  ],
  safety: [{ id: "offers", value: { withheld: "secondary" } }],
  rosenbaum: [{ gamma: 1, pUpper: 0.2 }],
};

describe("a key", () => {
  it.each([
    ["funnel/referred/count", 620],
    ["safety/offers/value", { withheld: "secondary" }],
    ["analysisSets/completed/people", 180],
    ["analysisSets/referred:comparison/people", 3000],
    ["coverage/da:treated/missing/not-searched/rows", 4],
    ["blocks/da:treated:-1/share", 0.4],
    ["comparisons/headline/balance/age/before/treated", 30],
    ["comparisons/headline/balance/sex:M/before/treated", 0.9],
    ["comparisons/headline/estimates/re78~11000:riskRatio:crude/interval/0", 0.5],
    ["comparisons/headline/estimates/re78~11000:riskRatio:crude/interval/1", { unbounded: "above" }],
    ["comparisons/headline/estimates/re78~11000:riskRatio:crude/pValue", null],
    ["comparisons/headline/design/odd~0key~1x", 1],
    ["comparisons/0/estimates/0/estimate", 2],
    ["rosenbaum/0/gamma", 1],
  ])("%s leads to %j", (key, value) => expect(resultAt(results, key)).toEqual(value));

  it("takes an id before an index", () => {
    expect(resultAt(results, "comparisons/headline/estimates/7/estimate")).toBe(7);
  });

  it("below what is withheld leads to what is withheld", () => {
    expect(resultAt(results, "funnel/started/count/0")).toEqual({ withheld: "primary" });
    expect(resultAt(results, "funnel/started/interval/0")).toEqual({ withheld: "primary" });
  });

  it("that leads nowhere says where it stops and what it may have meant", () => {
    expect(() => resultAt(results, "comparisons/headlin/label")).toThrow(
      'resultAt: key must lead to a result, got comparisons/headlin/label, where "headlin" is not found; did you mean "headline"?',
    );
    for (const key of [
      "",
      "funnel/referred/interval/0",
      "funnel/9/count",
      "toString",
      "funnel/length",
      "comparisons/__proto__",
    ]) {
      expect(() => resultAt(results, key)).toThrow(RangeError);
    }
  });

  it("that leads to two entries is refused", () => {
    expect(() => resultAt(results, "analysisSets/referred/people")).toThrow('where "referred" is 2');
  });

  it("may hold any text in a segment", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (outer, inner) => {
        fc.pre(outer !== "__proto__" && inner !== "__proto__");
        expect(resultAt({ [outer]: [{ id: inner, n: 1 }] }, resultKey(outer, inner, "n"))).toBe(1);
      }),
    );
  });
});

describe("the list of keys", () => {
  it("has every number, withheld and unbounded ones too, and each leads back", () => {
    const keys = listKeys(results);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(keys).toContain("funnel/started/count");
    expect(keys).toContain("comparisons/headline/estimates/re78~11000:riskRatio:crude/interval/1");
    expect(keys).toContain("analysisSets/referred:treated/people");
    expect(keys).not.toContain("funnel/referred/label");
    for (const key of keys) {
      const value = resultAt(results, key);
      expect(typeof value === "number" || (typeof value === "object" && value !== null)).toBe(true);
    }
    const numbers = JSON.stringify(results).match(/(?<=[:[,])-?\d[\d.]*(?=[,\]}])|"withheld"|"unbounded"/g)!;
    expect(keys).toHaveLength(numbers.length);
  });
});
