import type { Catalogue } from "./catalogue.ts";

/** What a reader needs beside a verdict. */
export const caveats: Catalogue = {
  "caveat-level":
    "Strength of evidence: level {level:whole} of 5 on the {scale:scale}{upTo}. The main reason: {reason}.",
  "caveat-level-other-scale": "On the {scale:scale} the same design is at level {level:whole} of 5{upTo}.",
  "caveat-level-not-scoreable": "The design cannot be placed on the {scale:scale}.",
  "caveat-not-assessed": "{criterion:capital}. Until it is, it counts as failed.",
  "caveat-cap-not-assessed": "{criterion:capital}. It could lower the level.",
  "caveat-grade": "{text:capital}.",
  "caveat-analysed-of-referred": "{analysed:count} of {referred:count} people referred are in the analysis.",
  "caveat-analysed-of-rows": "{analysed:count} of {read:count} people in the data are in the analysis.",
  "caveat-analysed-by-arm":
    "In the analysis: {treatedN:count} of {treatedArm:count} in the group “{treated}” and {comparisonN:count} of {comparisonArm:count} in the group “{comparison}”.",
  "caveat-excluded": "{rows:count} not in the analysis: {reason:reason}.",
  "caveat-not-observed": "Outcome not known for {missing:count} of {people:count} in the group “{arm}”: {reason:code}.",
  "caveat-estimand-matched-only":
    "The result describes the {matched:count} people for whom someone like them was found. It does not describe the {unmatched:count} for whom nobody was.",
  "caveat-interim":
    "This is an interim result, look {look:whole} of {planned:whole}, and it is not final. Whoever looks more than once finds a difference by chance more often, so the limits are wider than at a single look.",
  "caveat-last-look":
    "This is the last of {planned:whole} planned looks. Whoever looks more than once finds a difference by chance more often, so the limits are wider than at a single look.",
  "caveat-primary-by-default":
    "Which estimate decides was set by default and not fixed by the plan in advance. It is the {measure}, {adjustment:adjustment}.",
  ...disagreement("crude", "Without adjustment"),
  "caveat-crude-other-sign":
    "Without adjustment, the best estimate points the other way: {estimate:effect} ({interval:limit}). Neither is clear of no difference.",
  ...disagreement("adjusted", "Adjusted for what was measured"),
  ...disagreement("matched", "Among matched people"),
  ...disagreement("weighted", "With people weighted to be alike"),
  ...disagreement("design", "By the design’s other estimate"),
  "caveat-test-p-above": "Another test of the same outcome ({test}) gives {pValue:p}, which is not below {alpha}.",
  "caveat-test-p-below": "Another test of the same outcome ({test}) gives {pValue:p}, which is below {alpha}.",
  "caveat-assumption": "Assumed: {assumption}.",
  "caveat-guard": "{guard:guardSentence}.",
  "caveat-people-needed":
    "About {peopleNeeded:count} people in the programme would be needed for a difference of this size to be clear.",
  "caveat-people-not-attainable":
    "With this comparison group, no number of people in the programme would make a difference of this size clear.",
  "caveat-detectable-difference":
    "The smallest difference this many people could reliably show is about {detectable:quantity}.",
  "caveat-few-treated": "Only {treatedN:count} people in the programme are in the analysis, fewer than {threshold}.",
  "caveat-few-events": "Only {treatedEvents:count} people in the programme had the outcome, fewer than {threshold}.",
  "caveat-e-value":
    "To explain the whole result, something not measured would have to make both a place in the programme and the outcome {eValue:ratio} times as likely, or as unlikely. At {eValueInterval:ratio} times it would make the result unclear.",
  "caveat-e-value-unclear":
    "The difference seen is not clear. Something not measured could account for all of it by making both a place in the programme and the outcome {eValue:ratio} times as likely, or as unlikely. It could also hide a difference.",
  "caveat-ties-matter":
    "Some people had several equally good matches. Which of them is taken moves the estimate: {interval:measured}.",
  "caveat-not-in-interval":
    "The interval covers chance only. It does not cover differences that were not measured, errors in linking records, or how the outcome was defined.",
};

/** How one kind of estimate may disagree with the one that decides. */
function disagreement(kind: string, how: string): Catalogue {
  return {
    [`caveat-${kind}-includes-null`]: `${how}, the interval includes no difference: {estimate:effect} ({interval:limit}).`,
    [`caveat-${kind}-excludes-null`]: `${how}, the result is {side} and its interval excludes no difference: {estimate:effect} ({interval:limit}).`,
    [`caveat-${kind}-opposite`]: `${how}, the result points the other way ({side}): {estimate:effect} ({interval:limit}).`,
  };
}
