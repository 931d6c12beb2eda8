import { html } from "../page/html.ts";

const roles = ["Evaluator", "Provider (right of reply)", "Commissioner"];

/** Who stands behind the report, to be signed by hand. */
export const signOff = html`<div class="scroll sign" tabindex="0" role="group" aria-label="Sign-off"><table>
<caption>To be signed by hand</caption>
<thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Signature</th><th scope="col">Date</th></tr></thead>
<tbody>${roles.map((role) => html`<tr><th scope="row">${role}</th><td></td><td></td><td></td></tr>`)}</tbody>
</table></div>
`;
