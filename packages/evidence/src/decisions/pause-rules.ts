import type { Results } from "@likewise/schema";
import { headlineOf, namesIn } from "./decision-facts.ts";
import type { DecisionRule, Filling } from "./decision-rule.ts";
import { changed, plain } from "./fillings.ts";

/** What speaks for pausing, and what that rests on which was not measured. */
export const pauseRules = [
  {
    id: "decision-pause-worse",
    option: "pause",
    place: "reasons",
    slots: [],
    words: ["outcome", "treated", "comparison"],
    gist: "an outcome of the headline comparison is worse",
    find: worseOutcomes,
  },
  {
    id: "decision-pause-more-abused",
    option: "pause",
    place: "reasons",
    slots: ["before", "after", "people", "unknown"],
    words: [],
    gist: "more victim-survivors tell of abuse after than before, by more than chance; how many are not known; nobody is compared",
    find: (results) => changed(results, "more"),
  },
  {
    id: "decision-pause-harms-unknown",
    option: "pause",
    place: "unknown",
    slots: [],
    words: [],
    gist: "no record of harms during the programme was brought",
    find: ({ accounts }) => (accounts.some(({ table }) => table === "harms") ? [] : [plain]),
  },
] as const satisfies readonly DecisionRule[];

function worseOutcomes(results: Results): Filling[] {
  const comparison = headlineOf(results);
  if (comparison === undefined) return [];
  const label = (id: string) => results.study.outcomes.find((outcome) => outcome.id === id)?.label ?? id;
  return comparison.claims
    .filter(({ verdict }) => verdict === "worse")
    .map(({ outcome }) => ({ slots: {}, words: { outcome: label(outcome), ...namesIn(comparison) } }));
}
