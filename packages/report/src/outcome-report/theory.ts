import type { Results, Theory } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { strengthNames } from "../theory/theory-words.ts";
import type { Draw } from "./render-report.ts";

/** How the programme is meant to work: drawn, its assumptions, and what is wrong with it or missing. */
export async function theory(results: Results, drawn: Draw): Promise<Html> {
  if (results.theory == null) return inWords(results);
  const { findings } = results.theory;
  return html`${await drawn("theory", "")}${assumptions(results.theory)}${
    findings.length === 0
      ? html`<p>No part of it is missing.</p>\n`
      : html`<h3>What is wrong with it, or missing</h3>
<ul>${findings.map(({ severity, text }) => html`<li>${severity === "error" ? html`<b>To mend:</b> ` : null}${text}.</li>`)}</ul>\n`
  }`;
}

/** A theory in sentences alone, which nothing can be checked against. */
function inWords({ study }: Results): Html {
  const links = study.programme?.theory;
  if (!Array.isArray(links) || links.length === 0) return empty("The plan holds no theory of change as a data file.");
  return html`<p>In the words of the plan, link by link. As a data file it could be drawn, and each link held against what was found.</p>
<ol>${links.map((link) => html`<li>${String(link)}</li>`)}</ol>
`;
}

function assumptions({ nodes, links }: Theory): Html {
  const labelOf = (id: string) => nodes.find((node) => node.id === id)!.label;
  return dataTable({
    caption: "What has to be true for each link",
    head: ["Link", "Assumption", "Rests on", "Strength", "How long after", "What could stop it"],
    rows: links.map(({ from, to, assumption, source, strength, timing, risk }) => [
      `${labelOf(from)} → ${labelOf(to)}`,
      assumption ?? "not stated",
      source ?? "not stated",
      strength === null ? "not stated" : strengthNames[strength as keyof typeof strengthNames],
      timing ?? "not stated",
      risk ?? "not stated",
    ]),
  });
}
