import { type GroupChange, isPresent, type NotSaid, type NumberColumn } from "@likewise/schema";
import { mean, sampleVariance, wilsonInterval } from "@likewise/stats";
import { leaversAtBaseline } from "../attrition/leavers-at-baseline.ts";
import { beforeAfterEffects } from "./before-after-effects.ts";
import type { ChangeOfGroupInput } from "./change-of-group.ts";
import { floorAndCeiling } from "./floor-and-ceiling.ts";
import type { BetterIs } from "./improvement.ts";
import { outcomeCategories } from "./outcome-categories.ts";
import type { PairedWaves } from "./pair-waves.ts";
import { reliableChange } from "./reliable-change.ts";
import type { RulesOfChange } from "./rules-of-change.ts";
import { seenOf } from "./seen-of.ts";
import { withoutKind } from "./without-kind.ts";

/** All that two time points say of one group; of everybody where `group` is null. */
export function changeInGroup(
  group: string | null,
  members: readonly number[],
  input: ChangeOfGroupInput,
  { error, shown, cutOff: cut }: RulesOfChange,
  level: number,
  refusals: NotSaid[],
): GroupChange {
  const { pairs, better, range } = input;
  const { pre, post } = seenOf(pairs, members);
  const first = members.filter((at) => isPresent(pairs.pre, at)).map((at) => pairs.pre.values[at]!);
  const of = group === null ? "" : ` in group ${group}`;
  const change = error === null || pre.length === 0 ? null : reliableChange({ pre, post, better, error, level });
  const categories =
    change === null || cut === null ? null : outcomeCategories({ pre, post, change, cutOff: cut, level });
  const effects = pre.length < 3 ? null : beforeAfterEffects({ pre, post, better, level });
  if (effects === null || effects.effects.length === 0) {
    refusals.push({
      what: `effect sizes${of}`,
      why: effects === null ? `${pre.length} people have both scores` : "scores or change do not vary",
      unlocks: "three people or more with both scores, which vary",
    });
  }
  if (effects !== null && effects.effects.length > 0 && effects.effects.every(({ id }) => id !== "d_rm")) {
    refusals.push({
      what: `d_rm${of}`,
      why: "later scores follow from first ones, so that the correlation it corrects for leaves nothing to divide by",
      unlocks: "more people",
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
