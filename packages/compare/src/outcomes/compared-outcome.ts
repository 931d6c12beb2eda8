import type { Outcome } from "@likewise/schema";

/**
 * What is declared of an outcome. An outcome of the plan says all of it; one column of a table may say no more than its id
 * and kind, and the estimate then carries no basis.
 */
export type ComparedOutcome = Pick<Outcome, "id" | "kind"> &
  Partial<Omit<Outcome, "id" | "kind" | "basis" | "reporter">> & {
    readonly basis?: Outcome["basis"] | null;
    readonly reporter?: Outcome["reporter"] | null;
  };
