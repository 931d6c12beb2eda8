import type { Alignment, Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { strengthNames } from "../theory/theory-words.ts";
import { alignmentGrades, componentSources, findingDirections, gapText } from "../wording/practice-words.ts";

/** The parts of the programme against the evidence the study supplies, and what no evidence is about; null without. */
export function alignment({ alignment: found }: Results): Html | null {
  if (found == null) return null;
  const { components, statements, gaps } = found;
  return html`<p>The grade is of the evidence the study supplies, for people like those of the programme. It is not a grade of this evaluation.</p>
${dataTable({
  caption: "Parts of the programme, and the evidence for each",
  head: ["Part", "Named in", "Evidence", "Sources"],
  rows: components.map((component) => [
    component.label,
    componentSources[component.from],
    alignmentGrades[component.grade],
    sourcesOf(component, found),
  ]),
})}${
  gaps.length === 0
    ? html`<p>Every part and every group of people has a statement about it.</p>\n`
    : html`<h3>Gaps in the evidence</h3>\n<ul>${gaps.map((gap) => html`<li>${gapText(gap)}</li>`)}</ul>\n`
}${
  statements.length === 0
    ? null
    : html`<details><summary>What each source found</summary>
${dataTable({
  caption: "What each source found",
  head: ["Source", "People studied", "Finding", "Direction", "Strength", "Graded by"],
  rows: statements.map((one) => [
    one.source,
    one.populations.join("; "),
    one.finding,
    findingDirections[one.direction],
    strengthNames[one.strength],
    one.gradedBy,
  ]),
})}</details>
`
}`;
}

function sourcesOf(component: Alignment["components"][number], { statements }: Alignment): string {
  const own = statements.filter(({ id }) => component.statements.includes(id));
  return own.length === 0 ? "none" : [...new Set(own.map(({ source }) => source))].join("; ");
}
