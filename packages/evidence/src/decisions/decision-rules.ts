import { type Claim, isTable, type Results, resultKey, type Table } from "@likewise/schema";
import { clearChange, headlineOf, mainClaim, namesIn, ownAccount } from "./decision-facts.ts";
import type { DecisionRule, Filling } from "./decision-rule.ts";

const plain: Filling = { slots: {}, words: {} };

/** Completers below this share of those who started are a reason to look at how the programme keeps people. */
const lowCompletion = 0.5;

/**
 * What in results speaks for continuing, varying, pausing or testing, and what each rests on that was not measured. A
 * rule reads what claims, grades and accounts of safety say already, and adds no judgement of its own.
 */
export const decisionRules = [
  // Continue
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

  // Vary
  {
    id: "decision-vary-support",
    option: "vary",
    place: "reasons",
    slots: ["offered", "linked"],
    words: [],
    gist: "support was not offered to every linked victim-survivor",
    find: supportShort,
  },
  {
    id: "decision-vary-completion",
    option: "vary",
    place: "reasons",
    slots: ["completed", "started"],
    words: [],
    gist: `fewer than ${lowCompletion} of those who started completed, no case of theirs open`,
    find: fewCompleted,
  },
  {
    id: "decision-vary-mixed",
    option: "vary",
    place: "reasons",
    slots: [],
    words: ["better", "worse"],
    gist: "outcomes of the headline comparison point both ways",
    find: (results) => {
      const { better, worse } = verdicts(results);
      return better === 0 || worse === 0 ? [] : [counted({ better, worse })];
    },
  },
  {
    id: "decision-vary-reach",
    option: "vary",
    place: "reasons",
    slots: ["ratio", "low", "high"],
    words: ["group", "by"],
    gist: "a group was selected less often than everybody else, its interval below 1",
    find: ({ tables }) => tables.flatMap(lessOften),
  },
  {
    id: "decision-vary-groups-unknown",
    option: "vary",
    place: "unknown",
    slots: [],
    words: [],
    gist: "no estimate of a subgroup",
    find: ({ comparisons }) =>
      comparisons.some(({ estimates }) => estimates.some(({ subgroup }) => subgroup !== null)) ? [] : [plain],
  },

  // Pause
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

  // Test
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

/** Ids of the rules, as sentences name them. */
export type DecisionRuleId = (typeof decisionRules)[number]["id"];

function when(claim: Claim | undefined, holds: (claim: Claim) => boolean): Filling[] {
  return claim !== undefined && holds(claim) ? [plain] : [];
}

function differs({ verdict }: Claim): boolean {
  return verdict === "better" || verdict === "worse";
}

function verdicts(results: Results): { readonly [name in "better" | "worse" | "all"]: number } {
  const claims = headlineOf(results)?.claims ?? [];
  const count = (wanted: Claim["verdict"]) => claims.filter(({ verdict }) => verdict === wanted).length;
  return { better: count("better"), worse: count("worse"), all: claims.length };
}

function counted(counts: Readonly<Record<string, number>>): Filling {
  return { slots: {}, words: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) };
}

function changed(results: Results, way: "fewer" | "more"): Filling[] {
  const found = clearChange(ownAccount(results));
  return found?.way === way ? [found.filling] : [];
}

function supportShort({ safety }: Results): Filling[] {
  const item = safety.find(({ id }) => id === "support-offered");
  const [offered, linked] = [item?.numerator, item?.denominator];
  if (typeof offered !== "number" || typeof linked !== "number" || offered >= linked) return [];
  const at = (part: string) => resultKey("safety", "support-offered", part);
  return [{ slots: { offered: at("numerator"), linked: at("denominator") }, words: {} }];
}

function fewCompleted({ funnel }: Results): Filling[] {
  const [started, completed] = ["started", "completed"].map((step) => funnel.find((one) => one.step === step));
  const [begun, finished] = [started?.count, completed?.count];
  if (typeof begun !== "number" || typeof finished !== "number") return [];
  if (completed!.open !== 0 || finished >= lowCompletion * begun) return [];
  const at = (step: string) => resultKey("funnel", step, "count");
  return [{ slots: { completed: at("completed"), started: at("started") }, words: {} }];
}

/** Groups whose selection rate is below everybody else's, by the interval of the ratio. */
function lessOften(table: Table): Filling[] {
  const { id, dimensions, cells } = table;
  const [groups] = dimensions;
  if (!isTable(table, "reach-ratio-*") || groups === undefined) return [];
  return cells.flatMap(({ at, value, interval }, index) => {
    const high = interval?.[1];
    if (at.measure !== "others" || typeof value !== "number" || typeof high !== "number" || high >= 1) return [];
    const key = (...path: (string | number)[]) => resultKey("tables", id, "cells", index, ...path);
    const group = groups.levels.find((level) => level.id === at[groups.id])?.label ?? at[groups.id]!;
    return [
      {
        slots: { ratio: key("value"), low: key("interval", 0), high: key("interval", 1) },
        words: { group, by: groups.label.toLowerCase() },
      },
    ];
  });
}

function worseOutcomes(results: Results): Filling[] {
  const comparison = headlineOf(results);
  if (comparison === undefined) return [];
  const label = (id: string) => results.study.outcomes.find((outcome) => outcome.id === id)?.label ?? id;
  return comparison.claims
    .filter(({ verdict }) => verdict === "worse")
    .map(({ outcome }) => ({ slots: {}, words: { outcome: label(outcome), ...namesIn(comparison) } }));
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
