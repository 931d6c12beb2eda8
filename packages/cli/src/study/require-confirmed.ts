import { Failure, type StudyPlan } from "@likewise/schema";

/** What a drafted plan assumed and nobody has confirmed yet. */
export function unconfirmed({ data }: StudyPlan): NonNullable<StudyPlan["data"]["confirm"]> {
  return (data.confirm ?? []).filter(({ confirmed }) => !confirmed);
}

/**
 * Stops an analysis that would rest on what nobody has confirmed.
 *
 * @throws Failure usage, with every question that is open
 */
export function requireConfirmed(plan: StudyPlan): void {
  const open = unconfirmed(plan);
  if (open.length === 0) return;
  const questions = open.map(({ id, question, assumed }) => `  ${id}: ${question} Assumed: ${assumed}`);
  throw new Failure(
    "usage",
    `study.yaml data.confirm: ${open.length} ${open.length === 1 ? "assumption is" : "assumptions are"} not confirmed; set confirmed: true where one holds, or change the plan:\n${questions.join("\n")}`,
  );
}
