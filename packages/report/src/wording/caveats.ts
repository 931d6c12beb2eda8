import type { Catalogue } from "./catalogue.ts";

/** What a reader needs beside a verdict. */
export const caveats: Catalogue = {
  "caveat-level":
    "Strength of evidence: level {level:whole} of 5 on the {scale:scale} scale, and at most {atMost:whole}. {reason:capital}.",
  "caveat-level-other-scale":
    "On the {scale:scale} scale the same design is at level {level:whole}, and at most {atMost:whole}.",
  "caveat-level-not-scoreable": "The design cannot be placed on the {scale:scale} scale.",
  "caveat-not-assessed": "Not assessed, so counted as failed: {criterion}.",
  "caveat-cap-not-assessed": "Could not be checked: {criterion}.",
  "caveat-grade": "{text:capital}.",
  "caveat-analysed-of-referred": "{analysed:count} of {referred:count} people referred are in the analysis.",
  "caveat-analysed-of-rows": "{analysed:count} of {read:count} people in the data are in the analysis.",
  "caveat-excluded": "{rows:count} people are not in the analysis: {reason}.",
  "caveat-not-observed":
    "{missing:count} of {people:count} people in the group “{arm}” are missing from this outcome: {reason:code}.",
  "caveat-estimand-matched-only":
    "The result describes the {matched:count} people for whom someone like them was found. {unmatched:count} had no match and are not described by it.",
  "caveat-primary-by-default":
    "The plan did not say which estimate decides. By default it is the {measure}, {adjustment:adjustment}.",
  "caveat-crude-includes-null":
    "Without adjustment, the difference ({estimate:plain}; {low:plain} to {high:plain}) includes none.",
  "caveat-adjusted-includes-null":
    "Adjusted for the characteristics measured, the difference ({estimate:plain}; {low:plain} to {high:plain}) includes none.",
  "caveat-matched-includes-null":
    "Among matched people, the difference ({estimate:plain}; {low:plain} to {high:plain}) includes none.",
  "caveat-weighted-includes-null":
    "Weighted, the difference ({estimate:plain}; {low:plain} to {high:plain}) includes none.",
  "caveat-design-includes-null":
    "By the design’s other estimate, the difference ({estimate:plain}; {low:plain} to {high:plain}) includes none.",
  "caveat-crude-excludes-null":
    "Without adjustment, the result is {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-adjusted-excludes-null":
    "Adjusted for the characteristics measured, the result is {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-matched-excludes-null":
    "Among matched people, the result is {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-weighted-excludes-null": "Weighted, the result is {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-design-excludes-null":
    "By the design’s other estimate, the result is {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-crude-opposite":
    "Without adjustment, the result points the other way: {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-adjusted-opposite":
    "Adjusted for the characteristics measured, the result points the other way: {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-matched-opposite":
    "Among matched people, the result points the other way: {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-weighted-opposite":
    "Weighted, the result points the other way: {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-design-opposite":
    "By the design’s other estimate, the result points the other way: {side} ({estimate:plain}; {low:plain} to {high:plain}).",
  "caveat-test-p-above": "A second test of the same outcome ({test}) gives p = {pValue:p}, which is not below {alpha}.",
  "caveat-test-p-below": "A second test of the same outcome ({test}) gives p = {pValue:p}, which is below {alpha}.",
  "caveat-assumption": "Assumed: {assumption}.",
  "caveat-people-needed":
    "About {peopleNeeded:count} people in the programme would be needed for a difference of this size to be clear.",
  "caveat-people-not-attainable":
    "With this comparison group, no number of people in the programme would make a difference of this size clear.",
  "caveat-detectable-difference": "The smallest difference so many people could show is about {detectable:value}.",
  "caveat-few-treated": "Only {treatedN:count} people in the programme are in the analysis, fewer than {threshold}.",
  "caveat-few-events": "Only {treatedEvents:count} people in the programme had the outcome, fewer than {threshold}.",
  "caveat-e-value":
    "Something not measured could explain the whole result if it were linked to both the programme and the outcome by a risk ratio of {eValue:ratio} each; {eValueInterval:ratio} would be enough to make it unclear.",
  "caveat-ties-matter":
    "Some people had several equally good matches. Which of them is taken moves the estimate between {low:plain} and {high:plain}.",
  "caveat-not-in-interval":
    "The interval covers chance only. It does not cover differences that were not measured, errors in linking records, or how the outcome was defined.",
};
