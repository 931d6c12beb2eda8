import { type Claim, type Results, resultKey } from "@likewise/schema";
import { headlineOf, mainClaim } from "./decision-facts.ts";
import type { DecisionRule, Filling } from "./decision-rule.ts";
import { plain, when } from "./fillings.ts";

/** What speaks for testing it better, and what that rests on which was not measured. */
export const testRules = [
  {
    id: "decision-test-no-comparison",
    option: "test",
    place: "reasons",
    slots: [],
    words: [],
    gist: "nobody is compared with anybody",
    find: (results) => (mainClaim(results) === undefined ? [plain] : []),
  },
  {
    id: "decision-test-cannot-say",
    option: "test",
    place: "reasons",
    slots: [],
    words: [],
    gist: "nothing can be said of the main outcome",
    find: (results) => when(mainClaim(results), ({ verdict }) => verdict === "cannot-say"),
  },
  {
    id: "decision-test-unclear",
    option: "test",
    place: "reasons",
    slots: [],
    words: [],
    gist: "the main outcome shows no clear difference",
    find: (results) => when(mainClaim(results), ({ verdict }) => verdict === "no-clear-difference"),
  },
  {
    id: "decision-test-not-caused",
    option: "test",
    place: "reasons",
    slots: [],
    words: [],
    gist: "the main outcome differs, without the programme shown to be the cause",
    find: (results) => when(mainClaim(results), (claim) => differs(claim) && !claim.causal),
  },
  {
    id: "decision-test-rests",
    option: "test",
    place: "reasons",
    slots: ["level"],
    words: [],
    gist: "causal wording is allowed below level 5, and rests on what was not or cannot be tested",
    find: belowTheTop,
  },
  {
    id: "decision-test-disagrees",
    option: "test",
    place: "reasons",
    slots: [],
    words: [],
    gist: "another estimate or test of the main outcome sees it otherwise",
    find: (results) =>
      when(mainClaim(results), ({ caveats }) => caveats.some(({ rule }) => /-(?:null|opposite)$|-test-p-/.test(rule))),
  },
] as const satisfies readonly DecisionRule[];

function differs({ verdict }: Claim): boolean {
  return verdict === "better" || verdict === "worse";
}

function belowTheTop(results: Results): Filling[] {
  const [comparison, claim] = [headlineOf(results), mainClaim(results)];
  if (comparison === undefined || claim === undefined || !claim.causal || claim.estimate === null) return [];
  const { estimate } = claim;
  const index = comparison.evidence.findIndex(
    ({ scale, estimates }) => scale === "wwclg" && estimates.includes(estimate),
  );
  const level = comparison.evidence[index]?.level ?? null;
  if (level === null || level >= 5) return [];
  return [{ slots: { level: resultKey("comparisons", comparison.id, "evidence", index, "level") }, words: {} }];
}
