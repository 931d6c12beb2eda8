import { contractIndicator } from "@likewise/schema";
import type { DeliveryData, PerformanceIndicator } from "./indicator.ts";
import { peopleCounted } from "./people-counted.ts";

/** People by the day of their first referral. */
export const referrals: PerformanceIndicator = reachedStage("referrals", "referred");

/** People by the first day they are recorded as started. */
export const starts: PerformanceIndicator = reachedStage("starts", "started");

function reachedStage(id: string, stage: string): PerformanceIndicator {
  const daysOf = ({ cases, asAt }: DeliveryData) =>
    [...(cases.reached.get(stage)?.values() ?? [])].map(({ day }) => (day !== null && day <= asAt ? day : null));
  return {
    declared: contractIndicator(id),
    missing: ({ cases }) => (cases.reached.has(stage) ? null : `the stage ${stage}`),
    measure: (data, _, span) => peopleCounted(daysOf(data), span),
    everyone: (data) => ({ people: daysOf(data).length, step: stage }),
  };
}
