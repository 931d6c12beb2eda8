import type { Columns, Linkage } from "@likewise/schema";
import type { Century } from "../values/read-date.ts";
import type { Decision } from "./decisions.ts";
import { type FittedBlock, fitBlocks } from "./fit-blocks.ts";
import { identifierRoles } from "./identifier-roles.ts";
import { linkByProbability, type ProbabilityLinks } from "./link-by-probability.ts";
import { linkByRules, type RuleLinks } from "./link-by-rules.ts";
import { type CodedSides, linkRecords } from "./link-records.ts";
import type { LinkageErrors, LinkageSummary, Linked } from "./linkage.ts";
import { matchRates } from "./match-rates.ts";
import { type BlockedPairs, pairsInBlocks } from "./pairs-in-blocks.ts";
import { type IdentifierValues, type LinkedSide, readIdentifiers } from "./read-identifiers.ts";
import { type ReviewPair, reviewList } from "./review-list.ts";
import { pairCheck, type SettledDecisions, settleDecisions } from "./settle-decisions.ts";

/** The people rows can be linked to: each once, with their ids, and what is known of them. */
export interface LinkablePeople extends LinkedSide {
  readonly ids: readonly string[];
  /** What is known of them, and the row of each in it. */
  readonly columns: Columns;
  readonly columnRows: Int32Array;
}

/** By row of the side linked: the person's id; null where it is not linked, or is for review. */
export interface LinkedTable {
  readonly ids: readonly (string | null)[];
  readonly forReview: Uint8Array;
  readonly linked: Linked;
}

/** People listed for a row at most; a rule that finds more tells nothing about any of them. */
const mostListed = 10;

/**
 * Links the rows of a table to people: first what somebody has decided, then by the rules in their order, then by
 * Fellegi–Sunter weights. What is not linked stays so, and goes to review where there is something to look at.
 *
 * @param century how years of two digits in dates of birth are completed
 * @throws Failure when an identifier's column is not there, or its dates cannot be read
 */
export function linkTable(
  linkage: Linkage,
  side: LinkedSide,
  people: LinkablePeople,
  century: Century | null,
  decisions: readonly Decision[],
): LinkedTable {
  const roles = rolesOf(linkage);
  const identifiers = { rows: readIdentifiers(side, roles, century), people: readIdentifiers(people, roles, century) };
  const decided = settleDecisions(decisions, side, people, identifiers);
  const apart = new Set([...decided.accepted.keys(), ...decided.rejected.keys()]);
  const numbers = { rows: side.at.length, people: people.ids.length };
  const sides = linkRecords(identifiers.rows, identifiers.people, numbers, apart);
  const stages = linkInStages(linkage, sides, decided);
  const { ids, forReview } = outcomes(sides, stages, people.ids);
  const pairs = reviewPairs(linkage, sides, stages, (row, person) => pairCheck(identifiers, row, person));
  const summary = summarise(linkage, sides, stages, people, identifiers, decided);
  return { ids, forReview, linked: { summary, review: reviewList(side, people, roles, pairs) } };
}

/** Identifiers the linkage looks at, in the order of the registry. */
function rolesOf({ rules, probabilistic }: Linkage): string[] {
  const named = new Set([
    ...(rules ?? []).flat(),
    ...(probabilistic?.compare ?? []),
    ...(probabilistic?.blocks ?? []).flat(),
  ]);
  return identifierRoles.flatMap(({ role }) => (named.has(role) ? [role] : []));
}

interface Stages {
  /** Person by record; -1 = none. */
  readonly decided: Int32Array;
  readonly byRule: RuleLinks;
  readonly byWeight: ProbabilityLinks;
  readonly pairs: BlockedPairs;
  readonly fitted: readonly FittedBlock[];
  /** Records that were open when weights were looked at. */
  readonly open: Uint8Array;
}

function linkInStages({ rules, probabilistic }: Linkage, sides: CodedSides, decisions: SettledDecisions): Stages {
  const decided = new Int32Array(sides.records).fill(-1);
  for (const [row, person] of decisions.accepted) decided[sides.recordOf[row]!] = person;
  const rejected = new Map([...decisions.rejected].map(([row, found]) => [sides.recordOf[row]!, found]));
  const excluded = (record: number, person: number) => rejected.get(record)?.has(person) === true;
  const undecided = Uint8Array.from(decided, (person) => Number(person === -1));
  const byRule = linkByRules(sides, rules ?? [], undecided, excluded);
  const open = undecided.map((isOpen, record) => isOpen & Number(byRule.rule[record] === -1));
  const blocks = probabilistic?.blocks ?? [];
  const pairs = pairsInBlocks(sides, blocks);
  const fitted = fitBlocks(sides, pairs, probabilistic?.compare ?? [], blocks);
  const thresholds = probabilistic ?? { accept: 1, review: 1 };
  return {
    decided,
    byRule,
    byWeight: linkByProbability(pairs, fitted, thresholds, open, excluded),
    pairs,
    fitted,
    open,
  };
}

function personOf({ decided, byRule, byWeight }: Stages, record: number): number {
  return Math.max(decided[record]!, byRule.person[record]!, byWeight.person[record]!);
}

function outcomes(
  { recordOf }: CodedSides,
  stages: Stages,
  ids: readonly string[],
): Pick<LinkedTable, "ids" | "forReview"> {
  const { conflicts } = stages.byRule;
  const { review } = stages.byWeight;
  return {
    ids: Array.from(recordOf, (record) => ids[personOf(stages, record)] ?? null),
    forReview: Uint8Array.from(recordOf, (record) => Number(conflicts.has(record) || review.has(record))),
  };
}

function reviewPairs(
  { rules, probabilistic }: Linkage,
  { recordOf }: CodedSides,
  { byRule, byWeight, pairs, fitted }: Stages,
  check: (row: number, person: number) => string,
): ReviewPair[] {
  return Array.from(recordOf).flatMap((record, row): ReviewPair[] => {
    const rivals = byRule.conflicts.get(record);
    if (rivals !== undefined) {
      const rule = byRule.rule[record]!;
      const why = `rule ${rule + 1}: ${rules![rule]!.join(" + ")} finds ${rivals.length} people`;
      return rivals.slice(0, mostListed).map((person) => {
        const scores = fitted[pairs.blockOf(record, person)]?.scores ?? null;
        const scored = scores && { scores, pattern: scores.patternOf(record, person), exclusive: null };
        return { row, person, why, scored, check: check(row, person) };
      });
    }
    const candidates = byWeight.review.get(record) ?? [];
    const several = candidates.filter(({ posterior }) => posterior >= probabilistic!.accept).length > 1;
    const why = several ? "weights: several people would be accepted" : "weights: one person, not beyond doubt";
    return candidates.slice(0, mostListed).map(({ person, block, pattern, exclusive }) => {
      const scored = { scores: fitted[block]!.scores!, pattern, exclusive };
      return { row, person, why, scored, check: check(row, person) };
    });
  });
}

function summarise(
  linkage: Linkage,
  sides: CodedSides,
  stages: Stages,
  people: LinkablePeople,
  identifiers: Readonly<Record<"rows" | "people", ReadonlyMap<string, IdentifierValues>>>,
  decided: SettledDecisions,
): LinkageSummary {
  const { recordOf } = sides;
  const rowsOf = new Int32Array(sides.records);
  for (const record of recordOf) rowsOf[record]!++;
  const rowsWhere = (holds: (record: number) => boolean): number =>
    rowsOf.reduce((sum, rows, record) => sum + (holds(record) ? rows : 0), 0);
  const { byRule, byWeight } = stages;
  const found = new Uint8Array(people.ids.length);
  for (const record of recordOf) if (personOf(stages, record) !== -1) found[personOf(stages, record)] = 1;
  const linked = [
    { by: "decisions", rows: rowsWhere((record) => stages.decided[record] !== -1) },
    ...(linkage.rules ?? []).map((roles, rule) => ({
      by: `rule ${rule + 1}: ${roles.join(" + ")}`,
      rows: rowsWhere((record) => byRule.person[record] !== -1 && byRule.rule[record] === rule),
    })),
    { by: "weights", rows: rowsWhere((record) => byWeight.person[record] !== -1) },
  ];
  const linkedRows = linked.reduce((sum, { rows }) => sum + rows, 0);
  const forReview = rowsWhere((record) => byRule.conflicts.has(record) || byWeight.review.has(record));
  return {
    table: linkage.table,
    rows: recordOf.length,
    linked,
    forReview,
    notLinked: recordOf.length - linkedRows - forReview,
    people: people.ids.length,
    rates: matchRates({ linked: linkedRows, total: recordOf.length }, people, found, linkage.groups ?? []),
    identifiers: [...identifiers.rows].map(([identifier, { missing, unreadable }]) => {
      const ofPeople = identifiers.people.get(identifier)!;
      return {
        identifier,
        rows: { missing, unreadable },
        people: { missing: ofPeople.missing, unreadable: ofPeople.unreadable },
      };
    }),
    blocks: stages.fitted.map(({ estimates }) => estimates),
    errors: expectedErrors(stages, rowsOf),
    decisions: { used: decided.used, stale: decided.stale },
  };
}

/** Rows expected to be wrong, by the posteriors; null where no block could be scored. */
function expectedErrors({ byRule, byWeight, pairs, fitted, open }: Stages, rowsOf: Int32Array): LinkageErrors | null {
  if (fitted.every(({ scores }) => scores === null)) return null;
  const byWeightRows = { rows: 0, expectedFalse: 0 };
  const byRuleRows = { rows: 0, expectedFalse: 0 };
  let expectedMissed = 0;
  for (const [record, rows] of rowsOf.entries()) {
    const ruled = byRule.person[record]!;
    if (ruled !== -1) {
      const scores = fitted[pairs.blockOf(record, ruled)]?.scores;
      if (!scores) continue;
      byRuleRows.rows += rows;
      byRuleRows.expectedFalse += rows * (1 - scores.posteriors[scores.patternOf(record, ruled)]!);
    } else if (byWeight.person[record] !== -1) {
      byWeightRows.rows += rows;
      byWeightRows.expectedFalse += rows * (1 - byWeight.posterior[record]!);
    } else if (open[record] === 1) expectedMissed += rows * byWeight.anybody[record]!;
  }
  return { byWeight: byWeightRows, byRule: byRuleRows, expectedMissed };
}
