import {
  canonicalJson,
  isUnbounded,
  isWithheld,
  keyTrail,
  type LeafValue,
  listKeys,
  planDepartures,
  type ResultDifference,
  type Results,
  resultDifferences,
  type StudyPlan,
} from "@likewise/schema";
import { outcomeLabel } from "../headline.ts";
import type { Changes, GradeOf, InputChange, LevelChange, NumberChange, VerdictChange } from "./changes.ts";
import { type UnlikeDefinitions, unlikeDefinitions } from "./unlike-definitions.ts";

/**
 * What changed from one release of a study to the next, and why: verdicts and levels, inputs, plan and definitions, then
 * every number. A number withheld in either has no difference, nor has one whose definition is not the same in both.
 *
 * @param before the earlier release, as published
 * @param now    the later one
 * @throws TypeError when one is not the published edition; RangeError when they are of two studies
 */
export function compareReleases(before: Results, now: Results): Changes {
  if (before.edition !== "published" || now.edition !== "published")
    throw new TypeError("compareReleases: both must be published editions, got a working one");
  if (before.study.id !== now.study.id)
    throw new RangeError(
      `compareReleases: both must be of one study, got ${String(before.study.id)} and ${String(now.study.id)}`,
    );
  const plan = planDepartures(before.options as unknown as StudyPlan, now.options as unknown as StudyPlan);
  const unlike = unlikeDefinitions(before, now, plan);
  const numbers = resultDifferences(before, now)
    .filter(isNumberChange)
    .map((difference) => numberChange(difference, before, now, unlike));
  return {
    kind: "likewise/changes",
    version: 1,
    before: releaseOf(before),
    now: releaseOf(now),
    verdicts: verdictChanges(before, now),
    levels: levelChanges(before, now),
    inputs: inputChanges(before, now),
    plan,
    definitions: unlike.changes,
    numbers,
    same: listKeys(now).filter(isCompared).length - numbers.filter((one) => isNumber(one.now)).length,
  };
}

function releaseOf({ study, provenance }: Results): Changes["before"] {
  const { version, options, seed } = provenance;
  return { asAt: study.asAt ?? null, likewise: version, plan: options, seed };
}

/** Parts told apart from numbers: the plan and its hashes have lists of their own, levels and claims theirs. */
const notCompared =
  /^(options|provenance|version|claims|evidence|study|frozen|decisions)\b|\/(provenance|design|version)\b/;

function isCompared(key: string): boolean {
  return !notCompared.test(key);
}

function isNumber(value: LeafValue | undefined): boolean {
  return typeof value === "number" || isWithheld(value) || isUnbounded(value);
}

function isNumberChange({ key, before, now }: ResultDifference): boolean {
  return isCompared(key) && (isNumber(before) || isNumber(now));
}

function numberChange(
  { key, before: was, now: is }: ResultDifference,
  before: Results,
  now: Results,
  unlike: UnlikeDefinitions,
): NumberChange {
  const because = noDifference(key, was, is, unlike);
  const difference = because === null ? (is as number) - (was as number) : null;
  return { key, what: whatOf(is === undefined ? before : now, key), before: was, now: is, difference, because };
}

function noDifference(
  key: string,
  was: LeafValue | undefined,
  is: LeafValue | undefined,
  unlike: UnlikeDefinitions,
): NumberChange["because"] {
  if (isWithheld(was) || isWithheld(is)) return "withheld";
  if (was === undefined || is === undefined) return "only-in-one";
  if (typeof was !== "number" || typeof is !== "number") return "no-number";
  return unlike.isUnlike(key) ? "unlike-definitions" : null;
}

function whatOf(results: Results, key: string): string {
  return keyTrail(results, key).findLast(({ description }) => description !== null)?.description ?? key;
}

function verdictChanges(before: Results, now: Results): VerdictChange[] {
  const claims = new Map(
    [...before.claims, ...now.claims].map((claim) => [JSON.stringify([claim.comparison, claim.outcome]), claim]),
  );
  return [...claims.values()].flatMap(({ comparison, outcome }) => {
    const verdictIn = ({ claims: of }: Results) =>
      of.find((claim) => claim.comparison === comparison && claim.outcome === outcome)?.verdict ?? null;
    const [was, is] = [verdictIn(before), verdictIn(now)];
    const label = outcomeLabel(is === null ? before : now, outcome);
    return was === is ? [] : [{ comparison, outcome, label, before: was, now: is }];
  });
}

function levelChanges(before: Results, now: Results): LevelChange[] {
  const graded = new Map(
    [...before.evidence, ...now.evidence].map((grade) => [JSON.stringify([grade.comparison, grade.scale]), grade]),
  );
  return [...graded.values()].flatMap(({ comparison, scale }) => {
    const [were, are] = [gradesOf(before, comparison, scale), gradesOf(now, comparison, scale)];
    const pairs = Array.from({ length: Math.max(were.length, are.length) }, (_, at) => ({
      before: were[at] ?? null,
      now: are[at] ?? null,
    }));
    const changed = pairs.filter((pair) => canonicalJson(pair.before) !== canonicalJson(pair.now));
    return changed.map((pair) => ({ comparison, scale, ...pair }));
  });
}

/** One for each group of estimates that has a grade of its own. */
function gradesOf({ evidence }: Results, comparison: string | null, scale: string): GradeOf[] {
  return evidence
    .filter((grade) => grade.comparison === comparison && grade.scale === scale)
    .map(({ level, atMost }) => ({ level, atMost }));
}

function inputChanges(before: Results, now: Results): InputChange[] {
  const [were, are] = [before, now].map(
    ({ provenance }) => new Map(provenance.inputs.map(({ file, sha256, rows }) => [file, { sha256, rows }])),
  );
  return [...new Set([...were!.keys(), ...are!.keys()])].flatMap((file): InputChange[] => {
    const [was, is] = [were!.get(file) ?? null, are!.get(file) ?? null];
    if (was?.sha256 === is?.sha256) return [];
    const change = was === null ? "added" : is === null ? "removed" : "changed";
    return [{ file, change, before: was, now: is }];
  });
}
