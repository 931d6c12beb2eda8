import type { ChangeOfGroup, ClusteredEstimate, NotSaid } from "@likewise/schema";
import type { ChangeOfGroupInput } from "./change-of-group.ts";
import { clusteredChange } from "./clustered-change.ts";
import { seenOf } from "./seen-of.ts";

/** Mean change of everybody, of each group and between groups, with clusters allowed for. People whose cluster is not known are in no such estimate, and said. */
export function clusteredGroups(
  { pairs, clusters }: ChangeOfGroupInput,
  names: readonly string[],
  members: readonly (readonly number[])[],
  difference: ChangeOfGroup["difference"],
  level: number,
  refusals: NotSaid[],
): ChangeOfGroup["clustered"] {
  if (clusters === undefined) return null;
  const seen = seenOf(
    pairs,
    pairs.ids.map((_, at) => at),
  ).both;
  const unknown = seen.filter((at) => clusters[at] == null).length;
  if (unknown > 0)
    refusals.push({
      what: "change with clusters allowed for, of everybody",
      why: `the cluster of ${unknown} people is not known: they are left out of it`,
      unlocks: "the cluster of each person",
    });
  const estimate = (of: string, people: readonly number[], treated?: readonly number[]): ClusteredEstimate | null => {
    const known = people.filter((at) => clusters[at] != null);
    const isTreated = new Set(treated);
    const found = clusteredChange({
      change: known.map((at) => pairs.post.values[at]! - pairs.pre.values[at]!),
      cluster: known.map((at) => clusters[at]!),
      ...(treated === undefined ? {} : { treated: known.map((at) => Number(isTreated.has(at))) }),
      level,
    });
    if (!("refused" in found)) return found;
    refusals.push({ ...found.refused, what: `${found.refused.what}${of}` });
    return null;
  };
  const seenIn = (group: string) => seenOf(pairs, members[names.indexOf(group)]!).both;
  return {
    everybody: estimate("", seen),
    groups: names.map((group) => ({ group, change: estimate(` in group ${group}`, seenIn(group)) })),
    difference:
      difference === null
        ? null
        : estimate(
            " between groups",
            [...seenIn(difference.treated), ...seenIn(difference.comparison)],
            seenIn(difference.treated),
          ),
  };
}
