import type { ChangeOfGroup, GroupChange, NotSaid } from "@likewise/schema";
import type { Refused } from "@likewise/stats";
import { attritionBounds } from "../attrition/attrition-bounds.ts";
import type { ChangeOfGroupInput } from "./change-of-group.ts";
import { controlledEffect } from "./controlled-effect.ts";
import { groupDifferences } from "./group-differences.ts";
import type { BetterIs } from "./improvement.ts";
import { responders } from "./responders.ts";
import { seenOf } from "./seen-of.ts";
import { withoutKind } from "./without-kind.ts";

/** Of two groups, ANCOVA beside the change score, who got reliably better, and what leavers could make of it. */
export function differenceOfGroups(
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
  const seen = ({ started, seen: again, reliable }: GroupChange) => ({
    enrolled: started,
    seen: again,
    improved: reliable!.better.count,
  });
  const points = ({ estimate, standardError, interval }: typeof ancova) =>
    standardError > 1e-9 ? { estimate, standardError, interval } : { estimate, standardError: null, interval: null };
  if ([ancova, changeScore].some(({ standardError }) => !(standardError > 1e-9))) {
    refusals.push({
      what: "interval of the difference between groups",
      why: "people of a group changed by the same number of points, or as their first scores tell: nothing shows how much chance can do",
      unlocks: "more people",
    });
  }
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
      ...effectOnChange(treated, comparison, better, level).map(({ name, estimate, standardError, interval }) => ({
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

/** Morris’s d of the two changes; none where the first scores of a group do not vary. */
function effectOnChange(treated: GroupChange, comparison: GroupChange, better: BetterIs, level: number) {
  // Of two people a spread is not known well enough for an interval.
  const known = treated.seen > 2 && comparison.seen > 2;
  const summary = ({ seen, pre, post, change }: GroupChange) => ({
    n: seen,
    preMean: pre!.mean,
    postMean: post!.mean,
    preSd: pre!.sd!,
    ...(known ? { changeSd: change!.sd! } : {}),
  });
  if (!(treated.pre!.sd! > 0 && comparison.pre!.sd! > 0)) return [];
  return [controlledEffect({ treated: summary(treated), comparison: summary(comparison), better, level })];
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
