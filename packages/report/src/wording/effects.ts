import type { Catalogue } from "./catalogue.ts";

/**
 * What may be said of an effect. Causal verbs stand only in `effect-…`, which evidence allows from level 3. Lower and
 * higher are the same sentence mirrored.
 */
export const effects: Catalogue = {
  ...mirrored(
    "effect-lowers-share",
    "effect-raises-share",
    "There is evidence that, in every 100 people, the programme {lowers|raises} the number with {outcome} by {range:size100}. The best estimate is {estimate:size100} {fewer|more}.",
  ),
  ...mirrored(
    "effect-lowers-mean",
    "effect-raises-mean",
    "There is evidence that the programme {lowers|raises} {outcome} by {range:size} ({measure}). The best estimate is {estimate:size}.",
  ),
  ...mirrored(
    "effect-lowers-ratio",
    "effect-raises-ratio",
    "There is evidence that the programme {lowers|raises} {outcome}. The {measure} is {estimate:ratio}, and may be {between:ratio}; 1 would be no difference.",
  ),
  ...mirrored(
    "association-lower-share",
    "association-higher-share",
    "{outcome:capital} was {lower|higher} among {treated} than among {comparison}, by {range:size100} in every 100 people. The best estimate is {estimate:size100} {fewer|more}.",
  ),
  ...mirrored(
    "association-lower-mean",
    "association-higher-mean",
    "{outcome:capital} was {lower|higher} among {treated} than among {comparison}, by {range:size} ({measure}). The best estimate is {estimate:size}.",
  ),
  ...mirrored(
    "association-lower-ratio",
    "association-higher-ratio",
    "{outcome:capital} was {lower|higher} among {treated} than among {comparison}. The {measure} is {estimate:ratio}, and may be {between:ratio}; 1 would be no difference.",
  ),
  "inconclusive-share":
    "In every 100 people, the data fit {fromTo:fewerOrMore} with {outcome} among {treated}. The best estimate is {estimate:fewerOrMore}.",
  "inconclusive-mean":
    "The data fit {fromTo:lowerOrHigher} among {treated} ({measure}). The best estimate is {estimate:lowerOrHigher}.",
  "inconclusive-ratio": "The {measure} is {estimate:ratio}; the data fit {fromTo:ratio}, and 1 would be no difference.",
  "seen-share":
    "What was seen: {treatedEvents:count} of {treatedN:count} {treated} ({treatedShare:percent}), and {comparisonEvents:count} of {comparisonN:count} {comparison} ({comparisonShare:percent}).{afterAdjustment}",
  "seen-events":
    "What was seen: {treatedEvents:count} of {treatedN:count} {treated} had the event, and {comparisonEvents:count} of {comparisonN:count} {comparison}.",
  "seen-value":
    "What was seen: {treatedValue:measured} among {treatedN:count} {treated}, and {comparisonValue:measured} among {comparisonN:count} {comparison}.",
  "relative-difference":
    "Put as a ratio, the same result is a {measure} of {estimate:ratio} ({interval:ratio}). A ratio by itself can sound larger than it is.",
  "assumption-unmeasured":
    "This rests on something that cannot be tested: that the groups do not differ in anything that matters beyond what was measured and made alike.",
  "assumption-common-trend":
    "This rests on something that cannot be tested: that both groups would have changed alike without the programme.",
  "assumption-order-as-random":
    "This rests on something that cannot be tested: that who was reached first, or fell on which side of the line, was as good as chance.",
  "assumption-random-allocation":
    "This rests on chance alone having given the places, whoever people were and whatever was expected of them.",
  "assumption-loss-and-balance":
    "This rests on something not shown: that people lost, people who changed groups and chance differences at the start did no harm.",
};

/** Two rules from one sentence, whose words in braces are the lower and the higher one's. */
function mirrored(lower: string, higher: string, template: string): Catalogue {
  const pairs = /\{(\w+)\|(\w+)\}/g;
  return { [lower]: template.replace(pairs, "$1"), [higher]: template.replace(pairs, "$2") };
}
