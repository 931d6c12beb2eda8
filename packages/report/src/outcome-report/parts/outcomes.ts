import type { Results } from "@likewise/schema";
import { headlineClaim, headlineComparison } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { empty, safetyMain } from "../../page/parts.ts";
import type { Notes } from "../notes.ts";
import { measure } from "../opening/say.ts";
import type { Draw } from "../render-report.ts";
import { resultTables } from "./result-tables.ts";

/** Safety first; then the headline drawn, a table for each outcome, other comparisons, and before and after. */
export async function outcomes(results: Results, draw: Draw, notes: Notes): Promise<Html> {
  const others = results.comparisons.filter((comparison) => comparison !== headlineComparison(results));
  return html`<h3 id="safety">Safety of victim-survivors and children</h3>
${results.safety.length === 0 ? empty("Not measured.") : html`${safetyMain(results.safety)}${await draw("abuse", "")}<p class="note"><a href="#safety-detail">Each kind of abuse, and how each question was counted</a>, stand in an annex.</p>\n`}
<h3 id="results">Results in detail</h3>
${await draw("arms", "There is no pair of values and an interval to draw for the headline outcome.")}${await draw("forest", "There is no difference to draw.")}<div class="results">${resultTables(results)}</div>
<p class="note">Ratios, standard errors, subgroups, other tests and models stand in <a href="#estimates">an annex</a>.</p>
${await draw("survival", "The headline comparison holds no times to an event.")}
${others.map(
  ({ label, claims }) => html`<h3>${label}</h3>
${claims.map((claim) => measure(claim, notes, 4, headlineClaim(results)))}`,
)}
<h3 id="before-after">Before and after</h3>
${await draw("blocks", "These data hold no dated events.")}`;
}
