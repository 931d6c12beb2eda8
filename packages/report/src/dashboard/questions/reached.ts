import type { Results } from "@likewise/schema";
import { attrition } from "../../charts/attrition.ts";
import { reach } from "../../charts/reach.ts";
import { spoken } from "../../figures.ts";
import { headlineClaim, headlineComparison, primaryEstimate } from "../../headline.ts";
import { figures } from "../../page/figures.ts";
import { html } from "../../page/html.ts";
import { formatCount } from "../../wording/formats.ts";
import type { Question } from "../question.ts";

/** The people referred, how far they came, and who was chosen. */
export const reached: Question = {
  id: "people",
  title: "Who was reached?",
  answer: (results) => {
    const [referred, started, completed] = ["referred", "started", "completed"].map((step) => countOf(results, step));
    if (referred !== null && started !== null && completed !== null)
      return `${referred} people were referred. Of these ${started} started, and ${completed} completed.`;
    const [comparison, claim] = [headlineComparison(results), headlineClaim(results)];
    const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
    if (comparison === null || estimate === null) return "Not measured.";
    return `${spoken(estimate.treated.n, formatCount)} ${comparison.arms.labels.treated} and ${spoken(estimate.comparison.n, formatCount)} ${comparison.arms.labels.comparison} were analysed.`;
  },
  detail: async (results) =>
    html`${await figures([attrition, reach], results, "These data hold no steps from referral to completion.")}`,
};

function countOf({ funnel }: Results, name: string): string | null {
  const step = funnel.find((one) => one.step === name);
  return step === undefined ? null : spoken(step.count, formatCount);
}
