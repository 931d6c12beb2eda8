import type { ComparisonPlan, Refusal } from "@likewise/schema";

/** A comparison of arms has no days of sessions: the trial of a plan is stated, and its effect refused, never another's. */
export function targetTrialRefusals({ targetTrial }: ComparisonPlan): Refusal[] {
  if (targetTrial === undefined) return [];
  const [first, second] = targetTrial.strategies;
  return [
    {
      id: `courses-not-given:${first.id}:${second.id}`,
      what: `${first.id} against ${second.id}`,
      why: "the days on which people had their sessions and completed are not part of this comparison",
      unlocks: "cloneCensorWeight with those days, from the sessions and stages tables",
    },
  ];
}
