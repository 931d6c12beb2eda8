import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { withCovariateLabels } from "../wording/covariate-labels.ts";
import { methodParagraph } from "../wording/method-paragraph.ts";
import { asSentence } from "../wording/sentence-case.ts";

/** The method of each comparison in plain words, and what was assumed where the plan does not say. */
export function methods(results: Results): Html {
  if (results.comparisons.length === 0) return empty("Nobody was compared with anybody.");
  return html`${results.comparisons.map(
    (comparison) => html`<h3>${comparison.label}</h3>
<p>${withCovariateLabels(methodParagraph(comparison), results)}</p>
`,
  )}${assumed(results)}<p><a href="#options">Every option used</a> stands in an annex.</p>
`;
}

/** Each assumption once, though several comparisons may make it. */
function assumed({ comparisons }: Results): Html | null {
  const texts = [...new Set(comparisons.flatMap(({ assumptions }) => assumptions))];
  return texts.length === 0
    ? null
    : html`<h3>Assumed, because the plan does not say</h3>
<ul>${texts.map((text) => html`<li>${asSentence(text)}</li>`)}</ul>
`;
}
