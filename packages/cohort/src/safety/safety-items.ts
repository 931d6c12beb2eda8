import type { Baseline, Columns, SafetyItem, StudyPlan } from "@likewise/schema";
import { abuseQuestions } from "./abuse-questions.ts";
import { cessationQuestions } from "./cessation-questions.ts";
import { childrenQuestions } from "./children-questions.ts";
import { safetyData } from "./safety-data.ts";
import { answer, type SafetyQuestion } from "./safety-question.ts";
import { supportQuestions } from "./support-questions.ts";

/**
 * Every question about the safety of victim-survivors and children, in the order they are shown.
 *
 * @example
 * safetyQuestions[0].id; // "support-offered"
 */
export const safetyQuestions: readonly SafetyQuestion[] = [
  ...supportQuestions,
  ...abuseQuestions,
  ...cessationQuestions,
  ...childrenQuestions,
];

/**
 * Are victim-survivors and children linked to treated people safer, and were they supported?
 *
 * Descriptions, not effects: no item has a comparison group. A question the study's tables cannot answer stands as
 * `not-measured` with its definition where its absence must be seen; narrower questions (one kind of abuse, other
 * reporters) are left out when nobody was asked.
 *
 * @param baseline who is treated, and their index dates
 * @returns items in the order of `safetyQuestions`
 */
export function safetyItems({
  plan,
  tables,
  baseline,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
}): SafetyItem[] {
  const data = safetyData(plan, tables, baseline);
  return safetyQuestions
    .map((question) => ({ question, item: answer(question, data) }))
    .filter(({ question, item }) => item.status === "measured" || question.alwaysShown)
    .map(({ item }) => item);
}
