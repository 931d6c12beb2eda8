import type { Claim, Results, Sentence } from "@likewise/schema";
import { forest } from "../../charts/forest.ts";
import { survival } from "../../charts/survival.ts";
import { headlineClaim, headlineText } from "../../headline.ts";
import { figures } from "../../page/figures.ts";
import { type Html, html } from "../../page/html.ts";
import { finding } from "../finding.ts";
import { outcomesTable } from "../outcomes-table.ts";
import type { Question } from "../question.ts";

/** The headline outcome, what it shows and does not, and every other outcome in one table. */
export const work: Question = {
  id: "result",
  title: "Did it work?",
  startsPage: true,
  verdict: (results) => headlineClaim(results)?.verdict ?? null,
  answer: (results) => {
    const claim = headlineClaim(results);
    if (claim === null) return "Not measured: nobody was compared with anybody.";
    const [found] = claim.verdict === "cannot-say" ? [] : finding(claim);
    return found?.text ?? `${headlineText(claim)}.`;
  },
  detail: async (results) => {
    const claim = headlineClaim(results);
    return html`${asked(results)}${claim === null ? null : shown(claim)}${await figures([forest, survival], results)}${outcomesTable(results)}`;
  },
};

function asked({ study }: Results): Html | null {
  return study.question ? html`<p class="asked">${study.question}</p>\n` : null;
}

/** What stands on the first screen is not said again. */
function shown(claim: Claim): Html | null {
  const can = claim.can
    .slice(1)
    .filter((sentence) => !finding(claim).includes(sentence) && !sentence.rule.startsWith("assumption-"));
  if (can.length + claim.cannot.length === 0) return null;
  return html`<div class="two">
${part("What was seen", can)}${part("What this does not show", claim.cannot)}</div>
`;
}

function part(title: string, sentences: readonly Sentence[]): Html | null {
  if (sentences.length === 0) return null;
  return html`<div><h3>${title}</h3><ul>${sentences.map(({ text }) => html`<li>${text}</li>`)}</ul></div>\n`;
}
