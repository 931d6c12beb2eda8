import type { CheckedShare } from "@likewise/schema";
import type { ArmCheckRule } from "./arm-check-rule.ts";
import type { CheckData, EventSeen } from "./check-data.ts";

/** How what people did got on record, before and after: the same act must have the same chance in both arms. */
export const recordChecks: readonly ArmCheckRule[] = [
  {
    id: "crimes-before",
    label: "Records before the index date that are crimes, of those crime or not",
    of: "events",
    count: (data, arm) => shareOfEvents(data, arm, "before", ({ crime }) => crime),
  },
  {
    id: "crimes-after",
    label: "Records in the follow-up that are crimes, of those crime or not",
    of: "events",
    count: (data, arm) => shareOfEvents(data, arm, "after", ({ crime }) => crime),
  },
  {
    id: "proactive-after",
    label: "Records in the follow-up made because the police went looking",
    of: "events",
    count: (data, arm) => shareOfEvents(data, arm, "after", ({ proactive }) => proactive),
  },
];

/** Events of an arm of which something holds, of those that say whether it does; before reaches back as far as the data do. */
function shareOfEvents(
  data: CheckData,
  arm: "treated" | "comparison",
  side: "before" | "after",
  holds: (event: EventSeen) => boolean | null,
): CheckedShare | null {
  if (data.events === null) return null;
  const answers = data.arms[arm].flatMap(({ unit, indexDay }) => {
    if (indexDay === null) return [];
    const last = data.followedTo(indexDay);
    return (data.events!.get(unit) ?? [])
      .filter(({ day }) => (side === "before" ? day <= indexDay : day > indexDay && day <= last))
      .map(holds)
      .filter((answer) => answer !== null);
  });
  return { numerator: answers.filter((answer) => answer).length, denominator: answers.length };
}
