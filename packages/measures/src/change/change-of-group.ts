import { type ChangeOfGroup, type NotSaid, naturalOrder } from "@likewise/schema";
import { changeInGroup } from "./change-in-group.ts";
import { clusteredGroups } from "./clustered-groups.ts";
import { contaminationOf } from "./contamination-of.ts";
import type { ClinicalCutOff, Population } from "./cut-off.ts";
import { differenceOfGroups } from "./difference-of-groups.ts";
import type { BetterIs } from "./improvement.ts";
import type { PairedWaves } from "./pair-waves.ts";
import type { MeasurementError } from "./reliable-change.ts";
import { rulesOfChange } from "./rules-of-change.ts";

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
  const rules = rulesOfChange(input, refusals);
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
  const everybody = changeInGroup(null, everyone, input, rules, level, refusals);
  const changes = names.map((name, at) => changeInGroup(name, members[at]!, input, rules, level, refusals));
  const difference = groups === undefined ? null : differenceOfGroups(input, names, members, changes, level, refusals);
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
