import type { Results, StudyPlan } from "@likewise/schema";

/** A plan with where its files are and what identifies it. */
export interface PlanInPlace {
  readonly plan: StudyPlan;
  readonly folder: string;
  /** Where results go: the pseudonym key must not lie there. */
  readonly out: string;
  readonly threads: number;
  readonly sha256: string;
  /** The plan as it was frozen, against this one. */
  readonly frozen: NonNullable<Results["frozen"]> | null;
  /** Results published before. */
  readonly releases: readonly Results[];
}
