import type { Catalogue } from "./catalogue.ts";

/** What may be said of an effect. Causal verbs stand only in `effect-…`, which evidence allows from level 3. */
export const effects: Catalogue = {
  "effect-lowers-share":
    "There is evidence that, in every 100 people, the programme lowers the number with {outcome} by between {high:size100} and {low:size100}. The best estimate is {estimate:size100} fewer.",
  "effect-raises-share":
    "There is evidence that, in every 100 people, the programme raises the number with {outcome} by between {low:size100} and {high:size100}. The best estimate is {estimate:size100} more.",
  "effect-lowers-mean":
    "There is evidence that the programme lowers {outcome} by between {high:size} and {low:size} ({measure}). The best estimate is {estimate:size} lower.",
  "effect-raises-mean":
    "There is evidence that the programme raises {outcome} by between {low:size} and {high:size} ({measure}). The best estimate is {estimate:size} higher.",
  "effect-lowers-ratio":
    "There is evidence that the programme lowers {outcome}: the {measure} is {estimate:ratio}, and between {low:ratio} and {high:ratio}.",
  "effect-raises-ratio":
    "There is evidence that the programme raises {outcome}: the {measure} is {estimate:ratio}, and between {low:ratio} and {high:ratio}.",
  "association-lower-share":
    "In every 100 people, {outcome} was lower by between {high:size100} and {low:size100} among {treated} than among {comparison}. The best estimate is {estimate:size100} fewer.",
  "association-higher-share":
    "In every 100 people, {outcome} was higher by between {low:size100} and {high:size100} among {treated} than among {comparison}. The best estimate is {estimate:size100} more.",
  "association-lower-mean":
    "{outcome:capital} was lower by between {high:size} and {low:size} among {treated} than among {comparison} ({measure}). The best estimate is {estimate:size} lower.",
  "association-higher-mean":
    "{outcome:capital} was higher by between {low:size} and {high:size} among {treated} than among {comparison} ({measure}). The best estimate is {estimate:size} higher.",
  "association-lower-ratio":
    "{outcome:capital} was lower among {treated} than among {comparison}: the {measure} is {estimate:ratio}, and between {low:ratio} and {high:ratio}.",
  "association-higher-ratio":
    "{outcome:capital} was higher among {treated} than among {comparison}: the {measure} is {estimate:ratio}, and between {low:ratio} and {high:ratio}.",
  "inconclusive-share":
    "No clear difference was found. In every 100 people, the data fit anything from {low:lowerHigher100} to {high:lowerHigher100} with {outcome} among {treated}. The best estimate is {estimate:lowerHigher100}.",
  "inconclusive-mean":
    "No clear difference was found. The data fit anything from {low:lowerHigher} to {high:lowerHigher} among {treated} ({measure}). The best estimate is {estimate:lowerHigher}.",
  "inconclusive-ratio":
    "No clear difference was found. The {measure} is {estimate:ratio}; the data fit anything from {low:ratio} to {high:ratio}, and 1 means no difference.",
  "seen-share":
    "What was seen: {treatedEvents:count} of {treatedN:count} {treated} ({treatedValue:percent}), and {comparisonEvents:count} of {comparisonN:count} {comparison} ({comparisonValue:percent}).",
  "seen-value":
    "What was seen: {treatedValue:measured} among {treatedN:count} {treated}, and {comparisonValue:measured} among {comparisonN:count} {comparison}.",
  "relative-difference":
    "Put as a ratio, the same result is a {measure} of {estimate:ratio} (between {low:ratio} and {high:ratio}). A ratio sounds larger or smaller than it is without the numbers above.",
  "assumption-unmeasured":
    "This rests on an assumption that cannot be tested: that the two groups do not differ in anything that matters beyond what was measured and matched.",
  "assumption-common-trend":
    "This rests on an assumption that cannot be tested: that without the programme both groups would have changed alike.",
  "assumption-order-as-random":
    "This rests on an assumption that cannot be tested: that who was reached first, or fell on which side of the line, was as good as chance.",
  "assumption-loss-and-balance":
    "This rests on something not shown: that people lost, people who changed groups, and chance differences at the start did no harm to the comparison.",
};
