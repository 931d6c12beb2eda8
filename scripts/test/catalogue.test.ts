import { describe, expect, it } from "vitest";
import {
  claimRules,
  commonWords,
  decisionRules,
  guardSentences,
  readingRules,
} from "../../packages/evidence/src/index.ts";
import { catalogue, caveatGroups, sentenceNeeds } from "../../packages/report/src/index.ts";

// Evidence says which sentences a claim may use, and report has the words of each: the two packages never meet but here.

const rules = [...claimRules, ...decisionRules, ...readingRules].map(({ id, place, slots, words }) => ({
  id,
  place,
  slots,
  words,
}));

describe("the rules of claims, decisions and readings, and the wording catalogue", () => {
  it("have the same ids, each once, beside the sentences that guards show", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids, ...guardSentences].toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  it.each(rules)("$id: the template asks for nothing that the rule does not give", ({ id, slots, words }) => {
    const given: readonly string[] = [...slots, ...words, ...commonWords];
    expect(sentenceNeeds(id).filter((name) => !given.includes(name))).toEqual([]);
  });

  it.each(rules)("$id: a format that follows the form or the measure finds them among the words", ({ id, words }) => {
    const given: readonly string[] = words;
    const template = catalogue[id]!;
    if (/:(limit|effect|quantity)\}/.test(template)) expect(given).toContain("form");
    if (/:effect\}/.test(template)) expect(given).toContain("measure");
  });

  it.each(rules)("$id: the template uses every number the rule gives", ({ id, slots }) => {
    const needs = sentenceNeeds(id);
    expect(slots.filter((slot: string) => !needs.includes(slot))).toEqual([]);
  });

  it("put every caveat into one group of the pages", () => {
    for (const { id } of rules.filter(({ place }) => place === "caveats"))
      expect(
        caveatGroups.filter((group) => group.rules.test(id)),
        id,
      ).toHaveLength(1);
  });
});
