import { type Claim, isWithheld, type Results, resultAt, type Sentence } from "@likewise/schema";
import { claimRules } from "./claim-rules.ts";

/**
 * Claims after disclosure: one that quotes a withheld number becomes `cannot-say`, and says why.
 *
 * What can be said goes when any number in it is withheld, because a sentence with a hole would tell what the hole
 * hides; so does what cannot be said by the same interval. Caveats keep their place and are rendered without the
 * number, since who is missing matters most when they are few.
 *
 * @param claims as made from exact results
 * @param results published results: withheld numbers are marked as such
 * @returns new claims, the same ids in the same order
 */
export function withholdClaims(claims: readonly Claim[], results: Results): Claim[] {
  return claims.map((claim) =>
    claim.can.some((sentence) => quotesWithheld(sentence, results)) ? withheld(claim) : claim,
  );
}

function quotesWithheld(sentence: Sentence, results: Results): boolean {
  return Object.values(sentence.slots).some((key) => isWithheld(resultAt(results, key)));
}

function withheld(claim: Claim): Claim {
  const words = claim.can[0]!.words;
  const say = (rule: string, more: Sentence["words"]): Sentence => ({
    rule,
    slots: {},
    words: { ...words, ...more },
    text: null,
  });
  const can = [say("headline-cannot-say", { verdict: "cannot-say" })];
  const cannot = [say("cannot-say-withheld", {})];
  const caveats = claim.caveats.filter((sentence) => !goesWithDifference(sentence));
  return {
    ...claim,
    verdict: "cannot-say",
    causal: false,
    rules: [...new Set([...can, ...cannot, ...caveats].map((sentence) => sentence.rule))],
    can,
    cannot,
    caveats,
  };
}

function goesWithDifference(sentence: Sentence): boolean {
  return claimRules.some((rule) => rule.id === sentence.rule && rule.goesWithDifference === true);
}
