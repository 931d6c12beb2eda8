import { mainClaim, ownAccount } from "./decision-facts.ts";
import type { DecisionRule } from "./decision-rule.ts";
import { changed, counted, plain, verdicts, when } from "./fillings.ts";

/** What speaks for continuing, and what that rests on which was not measured. */
export const continueRules = [
  {
    id: "decision-continue-caused",
    option: "continue",
    place: "reasons",
    slots: [],
    words: [],
    gist: "the main outcome is better, and causal wording is allowed",
    find: (results) => when(mainClaim(results), (claim) => claim.verdict === "better" && claim.causal),
  },
  {
    id: "decision-continue-better",
    option: "continue",
    place: "reasons",
    slots: [],
    words: [],
    gist: "the main outcome is better, without the programme shown to be the cause",
    find: (results) => when(mainClaim(results), (claim) => claim.verdict === "better" && !claim.causal),
  },
  {
    id: "decision-continue-none-worse",
    option: "continue",
    place: "reasons",
    slots: [],
    words: ["better", "outcomes"],
    gist: "of several outcomes some are better and none is worse",
    find: (results) => {
      const { better, worse, all } = verdicts(results);
      return all < 2 || better === 0 || worse > 0 ? [] : [counted({ better, outcomes: all })];
    },
  },
  {
    id: "decision-continue-fewer-abused",
    option: "continue",
    place: "reasons",
    slots: ["before", "after", "people", "unknown"],
    words: [],
    gist: "fewer victim-survivors tell of abuse after than before, by more than chance; how many are not known; nobody is compared",
    find: (results) => changed(results, "fewer"),
  },
  {
    id: "decision-continue-costs-unknown",
    option: "continue",
    place: "unknown",
    slots: [],
    words: [],
    gist: "no appraisal of costs against benefits",
    find: ({ economics }) => (economics === null ? [plain] : []),
  },
  {
    id: "decision-continue-victims-unknown",
    option: "continue",
    place: "unknown",
    slots: [],
    words: [],
    gist: "victim-survivors' own account was not measured",
    find: (results) => (ownAccount(results) === undefined ? [plain] : []),
  },
] as const satisfies readonly DecisionRule[];
