import type { ChangeOfGroup } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import type { ChangeOfGroupInput } from "./change-of-group.ts";
import { seenOf } from "./seen-of.ts";

/** Of those with both scores whom it is known of: a group that got what the other did makes their difference smaller. */
export function contaminationOf(
  { pairs, reached }: ChangeOfGroupInput,
  names: readonly string[],
  members: readonly (readonly number[])[],
  difference: ChangeOfGroup["difference"],
  level: number,
): ChangeOfGroup["contamination"] {
  if (reached === undefined || difference === null) return null;
  const share = (group: string, is: boolean) => {
    const known = seenOf(pairs, members[names.indexOf(group)]!).both.filter((at) => reached[at] != null);
    const count = known.filter((at) => reached[at] === is).length;
    if (known.length === 0) return null;
    const { proportion, lower, upper } = wilsonInterval({ events: count, total: known.length, level });
    return { count, of: known.length, proportion, lower, upper, level };
  };
  return {
    comparisonReached: share(difference.comparison, true),
    treatedNotReached: share(difference.treated, false),
  };
}
