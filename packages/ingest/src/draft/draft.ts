import type { StudyPlan } from "@likewise/schema";
import type { DraftQuestion } from "./questions.ts";

/** A plan drafted from files, with what it rests on. */
export interface Draft {
  readonly plan: StudyPlan;
  /** Why a line of the plan says what it says. */
  readonly notes: readonly DraftNote[];
  /** At most ten. */
  readonly questions: readonly DraftQuestion[];
}

/** A comment above one key of the plan. */
export interface DraftNote {
  readonly path: readonly (string | number)[];
  readonly text: string;
}
