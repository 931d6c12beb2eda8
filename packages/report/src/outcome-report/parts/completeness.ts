import type { Results } from "@likewise/schema";
import { colours } from "../../charts/theme.ts";
import { type Html, html, raw } from "../../page/html.ts";
import { tableBox } from "../../page/table.ts";
import { type EvaluationPart, sevenParts } from "./seven-parts.ts";

/** How complete the evaluation is: a bar a part, what each holds, and what would fill the rest. */
export function completeness(results: Results): Html {
  const rows = sevenParts.map((part) => ({ part, held: heldOf(part, results) }));
  const [all, none] = [rows.filter(isWhole).length, rows.filter(({ held }) => held.length === 0).length];
  const things = rows.reduce((sum, { part }) => sum + part.ingredients.length, 0);
  const there = rows.reduce((sum, { held }) => sum + held.length, 0);
  return html`<p>A well-rounded evaluation has seven parts. Here ${there} of the ${things} things they should hold are there: ${all} of the seven parts ${all === 1 ? "is" : "are"} whole, and ${none} ${none === 1 ? "holds" : "hold"} nothing. An empty part is shown, not dropped.</p>
${tableBox({
  caption: "The seven parts, and what each holds",
  head: ["Part", "How full", "Holds", "Would be filled by"],
  look: "meter",
  rows: rows.map(
    (
      { part, held },
      index,
    ) => html`<tr><th scope="row"><a href="#${part.id}">${`${index + 1}. ${part.title}`}</a></th><td>${bar(part, held.length)}${held.length} of ${part.ingredients.length}</td><td>${lines(held.length === 0 ? ["Nothing"] : held)}</td><td>${lines(missingOf(part, results))}</td></tr>
`,
  ),
})}`;
}

/** A part's question, and what it lacks: stands at its head. */
export function partLead(part: EvaluationPart, results: Results): Html {
  const lacks = part.ingredients.filter((one) => !one.holds(results));
  return html`<p>${part.asks}</p>
${
  lacks.length === 0
    ? null
    : html`<div class="empty"><p>Not in this evaluation, and what would fill it:</p>
<ul>${lacks.map(({ name, fill }) => html`<li><b>${name}.</b> ${fill}</li>`)}</ul></div>\n`
}`;
}

function heldOf({ ingredients }: EvaluationPart, results: Results): string[] {
  return ingredients.filter((one) => one.holds(results)).map(({ name }) => name);
}

function missingOf({ ingredients }: EvaluationPart, results: Results): string[] {
  const lacks = ingredients.filter((one) => !one.holds(results)).map(({ fill }) => fill);
  return lacks.length === 0 ? ["Nothing more"] : lacks;
}

function lines(texts: readonly string[]): Html {
  return html`${texts.map((text, index) => html`${index === 0 ? null : html`<br>`}${text}`)}`;
}

function isWhole({ part, held }: { readonly part: EvaluationPart; readonly held: readonly string[] }): boolean {
  return held.length === part.ingredients.length;
}

/** A box for each thing, filled where it is there; the words beside it say the same. */
function bar({ ingredients }: EvaluationPart, held: number): Html {
  const boxes = ingredients.map((_, index) => {
    const look =
      index < held
        ? `fill="${colours.programme}" stroke="${colours.programme}"`
        : `fill="${colours.ground}" stroke="${colours.secondaryText}"`;
    return `<rect x="${1 + 15 * index}" y="1" width="12" height="12" stroke-width="1.5" ${look}/>`;
  });
  const width = 15 * ingredients.length;
  return raw(
    `<svg class="boxes" width="${width}" height="14" viewBox="0 0 ${width} 14" aria-hidden="true" focusable="false">${boxes.join("")}</svg>`,
  );
}
