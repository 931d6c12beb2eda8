import type { Results, StudyPlan } from "@likewise/schema";

/** The record of a practice as a plan declares it. */
export type PracticeRecord = NonNullable<NonNullable<StudyPlan["programme"]>["record"]>;

/** The record the results carry with the programme; null where the plan declares none. */
export function practiceRecord({ study }: Results): PracticeRecord | null {
  const record = study.programme?.record;
  return typeof record === "object" && record !== null ? (record as PracticeRecord) : null;
}

/** Fields of a record, in the order of the card. */
export const recordFields = [
  ["focus", "Focus"],
  ["topics", "Topics"],
  ["targetGroups", "For whom"],
  ["region", "Region"],
  ["scale", "Scale"],
  ["stage", "Stage"],
  ["startDate", "Began"],
  ["partners", "Partners"],
] as const satisfies readonly (readonly [keyof PracticeRecord, string])[];
