import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { longDate } from "../wording/long-date.ts";
import { reportPlan } from "./report-plan.ts";

/** Who signs where the plan names nobody. */
const roles = ["Evaluator", "Provider (right of reply)", "Commissioner"];

/** Who stands behind what, and when: from the plan, with room to sign by hand wherever it says nothing. */
export function signOff(results: Results): Html {
  const { signOff: planned, contact } = reportPlan(results);
  const lines = planned ?? roles.map((role) => ({ role, name: undefined, on: undefined, approved: undefined }));
  const head = ["Role", "Name", "What was approved", "Date", "Signature"];
  return html`<p>To sign is to say that the report has been read, that its account of the data is complete, and that nothing it claims goes further than its tables.</p>
<div class="scroll sign" tabindex="0" role="group" aria-label="Sign-off log"><table>
<caption>Sign-off log</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${lines.map(({ role, name, approved, on }) => html`<tr><th scope="row">${role}</th><td>${name}</td><td>${approved}</td><td>${on === undefined ? null : longDate(on)}</td><td></td></tr>\n`)}</tbody>
</table></div>
<p>Questions about this report: ${contact ?? "the plan names nobody to ask"}.</p>
`;
}
