import { catalogue, renderSentence, sentenceNeeds, withComparisonTexts, withTexts } from "@likewise/report";
import type { Results, Sentence } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { betterAndCausal, fixtures, withheldNumbers } from "../fixtures/studies.ts";

const words = {
  outcome: "rearrest",
  treated: "people offered aid",
  comparison: "people not offered aid",
  measure: "risk difference",
  form: "share",
};

/** Renders a rule from plain values: each becomes a slot of a small document. */
function said(rule: string, values: Record<string, unknown>, extra: Record<string, string> = {}): string {
  const slots = Object.fromEntries(Object.keys(values).map((name) => [name, `values/${name}`]));
  const sentence: Sentence = { rule, slots, words: { ...words, ...extra }, text: null };
  return renderSentence(sentence, { values } as unknown as Results);
}

describe("a sentence of the catalogue", () => {
  it("names the smaller size first, whichever side the interval lies", () => {
    expect(said("effect-lowers-share", { estimate: -0.0833, low: -0.16504, high: -0.00015104 })).toBe(
      "There is evidence that, in every 100 people, the programme lowers the number with rearrest by between 0.02 and 16.5. The best estimate is 8.3 fewer.",
    );
    expect(said("effect-raises-share", { estimate: 0.0833, low: 0.00015104, high: 0.16504 })).toBe(
      "There is evidence that, in every 100 people, the programme raises the number with rearrest by between 0.02 and 16.5. The best estimate is 8.3 more.",
    );
  });

  it("for lower and for higher is the same but for the words of direction", () => {
    const swap: Record<string, string> = { lowers: "raises", lower: "higher", fewer: "more" };
    const mirror = (text: string) => text.replace(/\b(lowers|lower|fewer)\b/g, (word) => swap[word]!);
    for (const stem of ["effect-lowers", "association-lower"]) {
      for (const form of ["share", "mean", "ratio"]) {
        const other = stem.replace(/lowers|lower/, (word) => swap[word]!);
        expect(mirror(catalogue[`${stem}-${form}`]!)).toBe(catalogue[`${other}-${form}`]);
      }
    }
    expect(mirror(catalogue["headline-lower"]!)).toBe(catalogue["headline-higher"]);
  });

  it("keeps causal verbs to the rules that evidence allows from level 3", () => {
    const causal = /\b(lowers|raises|reduces|prevents|led to|because of the programme|caused)\b/;
    const causes = Object.entries(catalogue).filter(([, template]) => causal.test(template));
    // Money is worked out under a condition, which stands in the sentence, or is not caused as far as one knows.
    const [rules, ofMoney] = [false, true].map((money) =>
      causes.filter(([rule]) => rule.startsWith("money-") === money),
    );
    for (const [rule, template] of ofMoney!) expect(template, rule).toMatch(/\bif (it|the whole)\b|does not show/i);
    expect(rules!.map(([rule]) => rule.replace(/-(share|mean|ratio)$/, "")).sort()).toEqual([
      "cannot-say-caused",
      "cannot-say-caused-guard",
      "cannot-say-direction-or-none",
      "cannot-say-lowers-or-none",
      "cannot-say-raises-or-none",
      ...["effect-lowers", "effect-lowers", "effect-lowers"],
      ...["effect-raises", "effect-raises", "effect-raises"],
    ]);
  });

  it("never says that a programme has no effect without saying that this is not known", () => {
    for (const [rule, template] of Object.entries(catalogue)) {
      if (/no effect|does not work/.test(template)) expect(rule).toBe("cannot-say-direction-or-none");
    }
    expect(said("cannot-say-direction-or-none", {})).toContain("No clear difference does not mean no effect.");
  });

  it("says which way each end of an inconclusive interval lies", () => {
    expect(said("inconclusive-share", { estimate: -0.041, low: -0.083, high: 0.001 })).toContain(
      "anything from 8.3 fewer to 0.1 more with rearrest",
    );
    expect(said("inconclusive-ratio", { estimate: 1.4, low: 0.9, high: 2.1 }, { measure: "rate ratio" })).toContain(
      "the data fit anything from 0.90 to 2.10",
    );
  });

  it("says that a limit does not exist", () => {
    const high = { unbounded: "above" };
    expect(said("effect-raises-share", { estimate: 0.1, low: 0.05, high })).toContain("by at least 5.0.");
    expect(said("association-higher-ratio", { estimate: 1.4, low: 1.1, high }, { measure: "odds ratio" })).toContain(
      "may be 1.10 or more;",
    );
    expect(said("inconclusive-ratio", { estimate: 1.4, low: 0.9, high })).toContain("anything from 0.90 upwards");
    expect(said("caveat-ties-matter", { low: { unbounded: "below" }, high })).toContain("no limits");
  });

  it("names what is withheld as withheld, wherever it is used", () => {
    const gone = { withheld: "primary" };
    const values = {
      treatedEvents: gone,
      treatedN: 14,
      treatedValue: gone,
      comparisonEvents: 5,
      comparisonN: 16,
      comparisonValue: 5 / 16,
    };
    expect(said("seen-share", values)).toBe(
      "What was seen: a withheld number of 14 people offered aid (a withheld share), and 5 of 16 people not offered aid (31.3%).",
    );
    expect(said("effect-lowers-share", { estimate: -0.1, low: gone, high: -0.05 })).toContain("by a withheld amount.");
  });

  it("gives the adjusted values beside the plain shares, only where they differ", () => {
    const counts = { treatedEvents: 262, treatedN: 617, comparisonEvents: 1191, comparisonN: 2972 };
    expect(said("seen-share", { ...counts, treatedValue: 0.347, comparisonValue: 0.417 })).toBe(
      "What was seen: 262 of 617 people offered aid (42.5%), and 1,191 of 2,972 people not offered aid (40.1%). After adjustment: 34.7% and 41.7%.",
    );
    expect(said("seen-share", { ...counts, treatedValue: 262 / 617, comparisonValue: 1191 / 2972 })).not.toContain(
      "adjustment",
    );
  });

  it("says what a level could become, only where it could become more", () => {
    const scale = { scale: "wwclg" };
    expect(said("caveat-level", { level: 3, atMost: 4, reason: "nobody was lost" }, scale)).toBe(
      "Strength of evidence: level 3 of 5 on the Maryland scale (What Works Centre edition), and up to 4 if what was not assessed turned out well. The main reason: nobody was lost.",
    );
    expect(said("caveat-level", { level: 3, atMost: 3, reason: "nobody was lost" }, scale)).not.toContain("up to");
  });

  it("puts other estimates in their own measure", () => {
    const values = { estimate: -0.079, low: -0.16, high: 0.00135 };
    expect(said("caveat-adjusted-includes-null", values)).toBe(
      "Adjusted for what was measured, the interval includes no difference: 7.9 fewer in every 100 people (16.0 fewer to 0.1 more).",
    );
    expect(
      said(
        "caveat-crude-includes-null",
        { estimate: 0.6494, low: 0.4215, high: 1.000317 },
        { form: "ratio", measure: "odds ratio" },
      ),
    ).toBe("Without adjustment, the interval includes no difference: odds ratio 0.65 (0.42 to 1.0003).");
  });

  it("does not end in two full stops when what it quotes is a sentence", () => {
    expect(said("caveat-grade", { text: "the groups differ." })).toBe("The groups differ.");
  });

  it("writes p as it is compared", () => {
    expect(said("caveat-test-p-above", { pValue: 0.0501161174 }, { test: "log-rank", alpha: "0.05" })).toBe(
      "Another test of the same outcome (log-rank) gives p = 0.0501, which is not below 0.05.",
    );
    expect(said("caveat-test-p-below", { pValue: 0.0004 }, { test: "log-rank", alpha: "0.05" })).toContain(
      "gives p below 0.01, which is below 0.05",
    );
  });

  it("is refused when the rule is not known or something it needs is not there", () => {
    expect(() => said("headline-miracle", {})).toThrow(
      "renderSentence: rule must be in the catalogue, got headline-miracle",
    );
    expect(() => said("caveat-excluded", { rows: 3 })).toThrow(
      "renderSentence: caveat-excluded needs reason, got none",
    );
    expect(() => sentenceNeeds("headline-miracle")).toThrow(RangeError);
  });

  it("keeps what a label holds as it is, dollar signs and braces too", () => {
    expect(said("headline-lower", {}, { outcome: "$& {treated} $1" })).toBe(
      "$& {treated} $1 was lower among people offered aid",
    );
  });
});

describe("texts of results", () => {
  it.each(Object.entries(fixtures))("are all written: %s", (_, make) => {
    for (const { claims } of withTexts(make()).comparisons) {
      for (const claim of claims) {
        for (const { text } of [...claim.can, ...claim.cannot, ...claim.caveats]) {
          expect(text).toMatch(/^\S.*\S$/);
          expect(text).not.toMatch(/[{}]|undefined|null|NaN|Infinity|\[object/);
        }
      }
    }
  });

  it("do not change the results they are made from", () => {
    const given = betterAndCausal();
    const before = JSON.stringify(given);
    withTexts(given);
    expect(JSON.stringify(given)).toBe(before);
  });

  it("of one comparison are those it has in its study, where they quote nothing else", () => {
    const given = withheldNumbers();
    const [alone] = given.comparisons.map(withComparisonTexts);
    expect(alone!.claims).toEqual(withTexts(given).comparisons[0]!.claims);
  });
});
