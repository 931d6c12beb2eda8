import { besideVerdict, catalogue, caveatGroups, groupedCaveats, notShownBeside } from "@likewise/report";
import { describe, expect, it } from "vitest";
import { betterAndCausal, cannotSay, worseNotCausal } from "../fixtures/studies.ts";

const rulesOf = (sentences: readonly { readonly rule: string }[]) => sentences.map(({ rule }) => rule);

describe("caveats", () => {
  it("belong to exactly one group each", () => {
    for (const rule of Object.keys(catalogue).filter((id) => id.startsWith("caveat-"))) {
      expect(
        caveatGroups.filter(({ rules }) => rules.test(rule)).map(({ title }) => title),
        rule,
      ).toHaveLength(1);
    }
  });

  it("are neither lost nor doubled by grouping", () => {
    const { claims } = betterAndCausal().comparisons[0]!;
    const grouped = groupedCaveats(claims[0]!).flatMap(({ sentences }) => rulesOf(sentences));
    expect(grouped.sort()).toEqual(rulesOf(claims[0]!.caveats).sort());
  });
});

describe("beside the verdict", () => {
  it("stand the adjusted estimate that includes no difference, the test that disagrees, and the default", () => {
    const comparison = betterAndCausal().comparisons[0]!;
    expect(rulesOf(besideVerdict(comparison.claims[0]!, comparison))).toEqual([
      "assumption-loss-and-balance",
      "caveat-adjusted-includes-null",
      "caveat-primary-by-default",
      "caveat-test-p-above",
    ]);
  });

  it("one other estimate of a kind is enough, in the measure that decides", () => {
    const comparison = betterAndCausal().comparisons[0]!;
    const claim = comparison.claims[0]!;
    const adjusted = claim.caveats.find(({ rule }) => rule === "caveat-adjusted-includes-null")!;
    const ratio = { ...comparison.estimates[1]!, id: "reoffended:riskRatio:adjusted", measure: "riskRatio" as const };
    const slots = { ...adjusted.slots, estimate: `comparisons/headline/estimates/${ratio.id}/estimate` };
    const many = { ...claim, caveats: [{ ...adjusted, slots }, ...claim.caveats] };
    const chosen = besideVerdict(many, { ...comparison, estimates: [...comparison.estimates, ratio] });
    expect(chosen.filter(({ rule }) => rule === "caveat-adjusted-includes-null")).toEqual([adjusted]);
  });

  it("stands that no cause was shown, and why nothing can be said", () => {
    expect(rulesOf(notShownBeside(worseNotCausal().comparisons[0]!.claims[0]!))).toEqual(["cannot-say-caused"]);
    expect(rulesOf(notShownBeside(cannotSay().comparisons[0]!.claims[0]!))).toEqual([
      "cannot-say-cap",
      "cannot-say-others",
    ]);
    expect(notShownBeside(betterAndCausal().comparisons[0]!.claims[0]!)).toEqual([]);
  });
});
