import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { reportPlan } from "./report-plan.ts";

/** What reporting guidelines ask an evaluator to declare. */
const fields = [
  ["registration", "Registration"],
  ["protocol", "Protocol and plan of analysis"],
  ["ethics", "Ethics and consent"],
  ["dataAccess", "Access to the data"],
  ["fundingRole", "Part played by those who pay"],
  ["conflicts", "Interests of the evaluators"],
  ["involvement", "Part played by people with experience of it"],
] as const;

/** Each declaration in the plan's words; one that is missing is said to be missing. */
export function declarations(results: Results): Html {
  const declared = reportPlan(results).declarations ?? {};
  const { funders } = results.study.programme ?? {};
  const paid = Array.isArray(funders) ? funders.map(String).join(", ") : "not declared";
  return html`<dl class="grid"><dt>Paid for by</dt><dd>${paid}</dd>${fields.map(([key, label]) => html`<dt>${label}</dt><dd>${declared[key] ?? "not declared"}</dd>`)}</dl>
`;
}
