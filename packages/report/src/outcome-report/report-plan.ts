import type { Results, StudyPlan } from "@likewise/schema";

type ReportPlan = NonNullable<StudyPlan["report"]>;

/** What the plan asks of the report; empty where it asks nothing. */
export function reportPlan({ options }: Results): ReportPlan {
  return (options.report ?? {}) as ReportPlan;
}
