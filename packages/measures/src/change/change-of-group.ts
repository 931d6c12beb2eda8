import {
  type ChangeOfGroup,
  type GroupChange,
  isPresent,
  type NotSaid,
  type NumberColumn,
  naturalOrder,
} from "@likewise/schema";
import { mean, type Refused, sampleVariance, wilsonInterval } from "@likewise/stats";
import { attritionBounds } from "../attrition/attrition-bounds.ts";
import { leaversAtBaseline } from "../attrition/leavers-at-baseline.ts";
import { beforeAfterEffects } from "./before-after-effects.ts";
import { clusteredGroups } from "./clustered-groups.ts";
import { contaminationOf } from "./contamination-of.ts";
import { controlledEffect } from "./controlled-effect.ts";
import { type ClinicalCutOff, cutOff, type Population } from "./cut-off.ts";
import { floorAndCeiling } from "./floor-and-ceiling.ts";
import { groupDifferences } from "./group-differences.ts";
import type { BetterIs } from "./improvement.ts";
import { outcomeCategories } from "./outcome-categories.ts";
import type { PairedWaves } from "./pair-waves.ts";
import { type MeasurementError, reliableChange } from "./reliable-change.ts";
import { responders } from "./responders.ts";
import { seenOf } from "./seen-of.ts";

/** A reliability whose spread may be that of the first scores at hand. */
export type ErrorOfGroup =
  | (MeasurementError & { readonly kind: "published" })
  | (Omit<MeasurementError & { readonly kind: "reliability" }, "sd" | "mean"> & { readonly sd?: number });

export interface ChangeOfGroupInput {
  /** what the score is called */
  readonly label: string;
  readonly pairs: PairedWaves;
  readonly better: BetterIs;
  /** lowest and highest score; left out, floor and ceiling are not told */
  readonly range?: readonly [number, number];
  /** left out, nobody's change is called reliable */
  readonly error?: ErrorOfGroup;
  /** a cut-off, or people without the problem, from whom cut-off c is worked out */
  readonly clinical?: ClinicalCutOff | { readonly functional: Population };
  /** group of each person, in the order of the pairs; null where it is not known */
  readonly groups?: readonly (string | null)[];
  /** of two groups, the one whose effect is asked for; the last in the order of names when left out */
  readonly treated?: string;
  /** how people came into groups, default `not at random` */
  readonly assigned?: "random" | "not at random";
  /** team, course or site of each person, in the order of the pairs; null where it is not known */
  readonly clusters?: readonly (string | null)[];
  /** who in fact got the programme, in the order of the pairs; null where it is not known */
  readonly reached?: readonly (boolean | null)[];
  /** default 0.95 */
  readonly level?: number;
  readonly unverified?: readonly string[];
}

/**
 * All that two time points say of one score: reliable change, categories on both denominators, effect sizes, floor and
 * ceiling, leavers at baseline and what they could make of it; by group where groups are given, and of two groups ANCOVA
 * beside the change score.
 *
 * One threshold and one cut-off hold in every group, worked out from everybody with both scores.
 *
 * @returns what cannot be said stands in `refusals`; nobody is left out in silence
 * @throws RangeError when nobody has both scores, groups have another length, or the error is out of its range
 * @example
 * const scores = (...values) => ({ type: "number", values: Float64Array.from(values), valid: null });
 * const account = { people: 3, both: 3, preOnly: 0, postOnly: 0, neither: 0, otherWaves: 0 };
 * const pairs = { ids: ["a", "b", "c"], pre: scores(15, 12, 4), post: scores(8, 11, 12), account, issues: [] };
 * const error = { kind: "published", points: 6, source: "example" };
 * changeOfGroup({ label: "score", pairs, better: "lower", error }).everybody.reliable.better.count; // 1
 */
export function changeOfGroup(input: ChangeOfGroupInput): ChangeOfGroup {
  const { label, pairs, better, range, groups, level = 0.95, unverified = [] } = input;
  const everyone = pairs.ids.map((_, at) => at);
  if (pairs.account.both === 0)
    throw new RangeError("changeOfGroup: pairs must hold somebody with both scores, got none");
  if (groups !== undefined && groups.length !== pairs.ids.length) {
    throw new RangeError(
      `changeOfGroup: groups must have one entry a person (${pairs.ids.length} people), got ${groups.length}`,
    );
  }
  const refusals: NotSaid[] = [];
  const rules = rulesOf(input, refusals);
  const names = groups === undefined ? [] : [...new Set(groups.filter((name) => name !== null))].sort(naturalOrder);
  const members = names.map((name) => everyone.filter((at) => groups![at] === name));
  const ungrouped = groups?.filter((name) => name === null).length ?? 0;
  if (ungrouped > 0) {
    refusals.push({
      what: "change by group",
      why: `${ungrouped} people are in no group: they count among everybody only`,
      unlocks: "the group of each person",
    });
  }
  const everybody = inGroup(null, everyone, input, rules, level, refusals);
  const changes = names.map((name, at) => inGroup(name, members[at]!, input, rules, level, refusals));
  const difference = groups === undefined ? null : differenceOf(input, names, members, changes, level, refusals);
  if (difference === null && everybody.reliable !== null) refusals.push(noNumberNeeded);
  return {
    kind: "likewise/change-of-group",
    version: 1,
    score: { label, better, range: range ?? null },
    level,
    account: pairs.account,
    error: rules.shown,
    cutOff: rules.cutOff,
    everybody,
    groups: changes,
    difference,
    clustered: clusteredGroups(input, names, members, difference, level, refusals),
    contamination: contaminationOf(input, names, members, difference, level),
    refusals,
    issues: pairs.issues,
    unverified,
  };
}

const noNumberNeeded: NotSaid = {
  what: "number needed for one more to be reliably better",
  why: "there are not two groups with people seen at both time points, so how many would have been better without a programme is not known",
  unlocks: "a comparison group that answers at the same time points",
};

interface Rules {
  readonly error: MeasurementError | null;
  readonly shown: ChangeOfGroup["error"];
  readonly cutOff: ClinicalCutOff | null;
}

function rulesOf(input: ChangeOfGroupInput, refusals: NotSaid[]): Rules {
  const { pairs, better, error, clinical, range, level = 0.95 } = input;
  const { pre } = seenOf(
    pairs,
    pairs.ids.map((_, at) => at),
  );
  const spread = pre.length > 1 ? Math.sqrt(sampleVariance(pre)) : 0;
  const settled = errorOf(error, spread, refusals);
  if (clinical === undefined) {
    refusals.push({
      what: "recovery",
      why: "no cut-off between people with the problem and people without is known",
      unlocks: "the mean and standard deviation of people without it, or a measure with a published cut-off",
    });
  }
  if (range === undefined) {
    refusals.push({
      what: "floor and ceiling",
      why: "the lowest and highest score are not known",
      unlocks: "the range of the score",
    });
  }
  const norms = clinical !== undefined && "functional" in clinical ? clinical : null;
  if (norms !== null && spread === 0) refusals.push(flat("cut-off c"));
  const cut =
    norms === null
      ? ((clinical as ClinicalCutOff | undefined) ?? null)
      : spread === 0
        ? null
        : cutOff("c", { clinical: { mean: mean(pre), sd: spread }, functional: norms.functional, better });
  if (settled === null) return { error: null, shown: null, cutOff: cut };
  const known = settled.kind === "reliability" ? settled : null;
  // Of one person at no change, only for the threshold.
  const { threshold } = reliableChange({ pre: [0], post: [0], better, error: settled, level });
  return {
    error: settled,
    shown: {
      points: threshold!,
      basis: settled.kind,
      reliability: known?.reliability ?? null,
      sd: known?.sd ?? null,
      source: settled.source,
    },
    cutOff: cut,
  };
}

function errorOf(error: ErrorOfGroup | undefined, spread: number, refusals: NotSaid[]): MeasurementError | null {
  if (error === undefined) {
    refusals.push({
      what: "reliable change",
      why: "neither a published amount of change nor a reliability is known",
      unlocks: "a reliability from the manual of the instrument or from a study of similar people",
    });
    return null;
  }
  if (error.kind === "published") return error;
  const sd = error.sd ?? spread;
  if (sd > 0) return { ...error, sd };
  refusals.push(flat("reliable change"));
  return null;
}

function flat(what: string): NotSaid {
  return {
    what,
    why: "first scores of those with both do not vary",
    unlocks: "more people, or the standard deviation of a published sample",
  };
}

function inGroup(
  group: string | null,
  members: readonly number[],
  input: ChangeOfGroupInput,
  { error, shown, cutOff: cut }: Rules,
  level: number,
  refusals: NotSaid[],
): GroupChange {
  const { pairs, better, range } = input;
  const { pre, post } = seenOf(pairs, members);
  const first = members.filter((at) => isPresent(pairs.pre, at)).map((at) => pairs.pre.values[at]!);
  const of = group === null ? "" : ` in group ${group}`;
  const change = error === null || pre.length === 0 ? null : reliableChange({ pre, post, better, error, level });
  const categories = change === null || cut === null ? null : outcomeCategories({ pre, post, change, cutOff: cut });
  const effects = pre.length < 3 ? null : beforeAfterEffects({ pre, post, better, level });
  if (effects === null || effects.effects.length === 0) {
    refusals.push({
      what: `effect sizes${of}`,
      why: effects === null ? `${pre.length} people have both scores` : "scores or change do not vary",
      unlocks: "three people or more with both scores, which vary",
    });
  }
  const leavers = atBaseline(pairs, members, level);
  if ("refused" in leavers && first.length > pre.length) {
    refusals.push({ ...leavers.refused, what: `${leavers.refused.what}${of}` });
  }
  const share = (count: number) => ({
    count,
    of: pre.length,
    ...wilsonInterval({ events: count, total: pre.length, level }),
  });
  return {
    group,
    started: first.length,
    seen: pre.length,
    pre: spreadOf(pre),
    post: spreadOf(post),
    change: spreadOf(pre.map((score, at) => post[at]! - score)),
    correlation: effects?.correlation ?? null,
    effects: (effects?.effects ?? []).map(({ id, name, estimate, standardError, interval }) => ({
      id,
      name,
      estimate,
      standardError,
      interval,
    })),
    reliable:
      change === null
        ? null
        : { better: share(change.improved), unchanged: change.unchanged, worse: share(change.deteriorated) },
    categories:
      categories === null
        ? null
        : {
            recovered: categories.recovered,
            improved: categories.improved,
            unchanged: categories.unchanged,
            deteriorated: categories.deteriorated,
            harmed: categories.harmed,
            recoveredOfAll: categories.recoveredOfAll,
            recoveredOfClinical: categories.recoveredOfClinical,
          },
    ends: range === undefined || shown === null ? null : endsOf(first, range, better, shown.points),
    leavers: "refused" in leavers ? null : withoutKind(leavers),
    bounds:
      change === null
        ? null
        : {
            lowest: change.improved / first.length,
            ofSeen: change.improved / pre.length,
            highest: (change.improved + first.length - pre.length) / first.length,
          },
  };
}

function endsOf(scores: readonly number[], range: readonly [number, number], better: BetterIs, threshold: number) {
  return withoutKind(floorAndCeiling({ scores, range, better, threshold }));
}

function withoutKind<Found extends { readonly kind: string }>({ kind: _, ...rest }: Found): Omit<Found, "kind"> {
  return rest;
}

function atBaseline(pairs: PairedWaves, members: readonly number[], level: number) {
  const of = (column: NumberColumn): NumberColumn => ({
    type: "number",
    values: Float64Array.from(members, (at) => column.values[at]!),
    valid: Uint8Array.from(members, (at) => (isPresent(column, at) ? 1 : 0)),
  });
  return leaversAtBaseline({ pre: of(pairs.pre), post: of(pairs.post), level });
}

function spreadOf(values: readonly number[]) {
  if (values.length === 0) return null;
  return { mean: mean(values), sd: values.length === 1 ? null : Math.sqrt(sampleVariance(values)) };
}

function differenceOf(
  { pairs, better, treated: asked, assigned = "not at random" }: ChangeOfGroupInput,
  names: readonly string[],
  members: readonly (readonly number[])[],
  changes: readonly GroupChange[],
  level: number,
  refusals: NotSaid[],
): ChangeOfGroup["difference"] {
  const unclear = whyNoDifference(names, changes, asked);
  if (unclear !== null) {
    refusals.push(unclear.refused);
    return null;
  }
  const one = asked === undefined ? 1 : names.indexOf(asked);
  const arms = [one, 1 - one].map((at) => seenOf(pairs, members[at]!)) as [
    ReturnType<typeof seenOf>,
    ReturnType<typeof seenOf>,
  ];
  const found = groupDifferences({
    pre: [...arms[0].pre, ...arms[1].pre],
    post: [...arms[0].post, ...arms[1].post],
    treated: arms.flatMap(({ pre }, at) => pre.map(() => 1 - at)),
    assigned,
    level,
  });
  const [ancova, changeScore] = found.differences;
  const [treated, comparison] = [changes[one]!, changes[1 - one]!];
  const summary = ({ seen, pre, post }: GroupChange) => ({
    n: seen,
    preMean: pre!.mean,
    postMean: post!.mean,
    preSd: pre!.sd!,
  });
  const morris =
    treated.pre!.sd! > 0 && comparison.pre!.sd! > 0
      ? [
          controlledEffect({
            treated: summary(treated),
            comparison: summary(comparison),
            better,
            correlation: pooledCorrelation(treated, comparison),
            level,
          }),
        ]
      : [];
  const seen = ({ started, seen: again, reliable }: GroupChange) => ({
    enrolled: started,
    seen: again,
    improved: reliable!.better.count,
  });
  const points = ({ estimate, standardError, interval }: typeof ancova) => ({ estimate, standardError, interval });
  return {
    treated: names[one]!,
    comparison: names[1 - one]!,
    bothNeeded: found.bothNeeded,
    estimates: [
      {
        id: "ancova",
        name: "difference in later scores at equal first scores (ANCOVA)",
        ...points(ancova),
        assumes: "that groups with equal first scores would without the programme have had equal later scores",
      },
      {
        id: "change-score",
        name: "difference in mean change (change score)",
        ...points(changeScore),
        assumes: "that both groups would without the programme have changed by the same number of points",
      },
      ...morris.map(({ name, estimate, standardError, interval }) => ({
        id: "d_ppc2",
        name,
        estimate,
        standardError,
        interval,
        assumes: "what the change score assumes; positive is better",
      })),
    ],
    responders: respondersOf(treated, comparison, level),
    bounds:
      treated.reliable === null || comparison.reliable === null
        ? null
        : withoutKind(attritionBounds({ treated: seen(treated), comparison: seen(comparison) })),
  };
}

function respondersOf({ reliable: one }: GroupChange, { reliable: other }: GroupChange, level: number) {
  if (one === null || other === null) return null;
  const countOf = ({ better }: NonNullable<GroupChange["reliable"]>) => ({ events: better.count, total: better.of });
  const { difference, oddsRatio, numberNeeded } = responders({
    treated: countOf(one),
    comparison: countOf(other),
    level,
  });
  return {
    difference,
    oddsRatio:
      oddsRatio === null ? null : { estimate: oddsRatio.ratio, interval: [oddsRatio.lower, oddsRatio.upper] as const },
    numberNeeded,
  };
}

function whyNoDifference(names: readonly string[], changes: readonly GroupChange[], asked?: string): Refused | null {
  const refused = (why: string, unlocks: string) => ({ refused: { what: "difference between groups", why, unlocks } });
  if (names.length !== 2) return refused(`there are ${names.length} groups`, "two groups");
  if (asked !== undefined && !names.includes(asked)) {
    throw new RangeError(`changeOfGroup: treated must be one of the groups (${names.join(", ")}), got ${asked}`);
  }
  if (changes.some(({ seen }) => seen < 2)) {
    return refused("a group holds fewer than two people with both scores", "two people or more in each");
  }
  return changes.every(({ pre }) => pre!.sd === 0)
    ? refused("first scores do not vary within groups", "first scores that vary")
    : null;
}

/** Correlation of both scores within groups, each weighted by its people; null where a group has none. */
function pooledCorrelation(one: GroupChange, other: GroupChange): number | null {
  if (one.correlation === null || other.correlation === null) return null;
  return (one.seen * one.correlation + other.seen * other.correlation) / (one.seen + other.seen);
}
