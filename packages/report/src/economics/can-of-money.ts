import type { EconomicsResult, Sentence } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";

/** Sentences that are titles of pictures: there they stand. */
const titles = /^money-(who|plane|acceptable|rests)-/;

/** What these results show of money, and what they do not, side by side and equally prominent; nothing where results have no claims of it. */
export function canOfMoney({ claims }: EconomicsResult): Html | null {
  if (claims === undefined) return null;
  const can = claims.can.filter(({ rule }) => !titles.test(rule));
  return html`<div class="two">
${list("What these results show", can)}${list("What they do not show", claims.cannot)}</div>
`;
}

function list(title: string, sentences: readonly Sentence[]): Html | null {
  if (sentences.length === 0) return null;
  return html`<div><h3>${title}</h3><ul>${sentences.map(({ text }) => html`<li>${text}</li>`)}</ul></div>\n`;
}
