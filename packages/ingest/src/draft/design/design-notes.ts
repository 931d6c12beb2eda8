import type { DraftNote } from "../draft.ts";
import type { DraftArms } from "./ask-arms.ts";
import type { DraftIndex } from "./ask-index-date.ts";
import type { Comparable } from "./comparable-covariates.ts";

/** What each part of the drafted design rests on. */
export function designNotes(arms: DraftArms | null, index: DraftIndex, covariates: Comparable): DraftNote[] {
  const aside = covariates.setAside.length === 0 ? "" : `. Not compared on: ${covariates.setAside.join("; ")}`;
  return [
    { path: ["cohort"], text: "Who is followed, from which day, in which arm: the questions arms and index-date" },
    ...(index.reference === "people.index_date"
      ? [{ path: ["cohort", "indexDate"], text: "The same column and rule in both arms" }]
      : []),
    {
      path: ["cohort", "baseline"],
      text: "Worked out from events up to the index date; what is not observed for somebody is missing for them",
    },
    {
      path: ["outcomes"],
      text: "The questions outcome and part-played. Add smallestEffect, the smallest effect that would matter, before anybody sees a result",
    },
    {
      path: ["comparisons"],
      text:
        arms === null
          ? "Nobody to compare with: results are descriptions"
          : `Taken to be selected, not assigned at random: change assignment and comparator if that is wrong. Covariates are what the extracts hold of people before the index date${aside}`,
    },
    { path: ["evidence"], text: evidenceWords },
    {
      path: ["disclosure"],
      text: "Numbers below the threshold are withheld in everything published; exact ones stay in out/private",
    },
  ];
}

const evidenceWords = `Nothing is claimed: what no data can show is not assessed until somebody states it, with the reason. For example:
  outcomeSource: { value: same, why: The records of both arms come from one extract. }
  followUp: { value: same, why: … }
  indexDateRule: { value: same, why: … }
  covariateTiming: { value: before-index, why: … }
  comparatorChoice: { value: justified, why: … }
  covariateRoles: { age: [age], sex: [sex], priorCount: [any_24m_before], priorRecency: [ID], calendarPeriod: [index_quarter] }
  (without recency and calendar period among the covariates of a comparison the level is 1: index_quarter is worked out from
  the index date; recency is an item of cohort.baseline with measure: days-since-last)
  plan: { value: none, why: … }`;
