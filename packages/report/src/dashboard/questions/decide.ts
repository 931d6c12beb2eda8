import type { DecisionReading, Grade, Results } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { safetyName } from "../../wording/safety-wording.ts";
import { asSentence } from "../../wording/sentence-case.ts";
import type { Question } from "../question.ts";

/** The four things a commissioner may do, what speaks for each, and the cheapest step that would change the answer. */
export const decide: Question = {
  id: "decide",
  title: "What could be done now?",
  startsPage: true,
  answer: () =>
    "What in these results speaks for each choice, and what it rests on that is not known. This is a reading and no advice.",
  detail: (results) =>
    html`${
      results.decisions === undefined
        ? html`<p class="empty">These results were made before choices were read from them. Run the study again to see them.</p>\n`
        : html`<div class="choices">\n${results.decisions.map(choice)}</div>\n`
    }${steps(results)}${notMeasured(results)}`,
};

const names: Readonly<Record<DecisionReading["option"], string>> = {
  continue: "Continue as it is",
  vary: "Change how it is done",
  pause: "Pause",
  test: "Test it",
};

function choice({ option, reasons, unknown }: DecisionReading): Html {
  return html`<div><h3>${names[option]}</h3>
${
  reasons.length === 0
    ? html`<p>Nothing in these results speaks for it.</p>`
    : html`<p class="lead-in">Speaks for it:</p>\n<ul>${reasons.map(({ text }) => html`<li>${text}</li>`)}</ul>`
}${unknown.length === 0 ? null : html`\n<p class="lead-in">Not known:</p>\n<ul>${unknown.map(({ text }) => html`<li>${text}</li>`)}</ul>`}</div>
`;
}

function steps(results: Results): Html | null {
  const raises = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg")?.raises ?? [];
  const [cheapest, ...further] = raises;
  if (cheapest === undefined) return null;
  return html`<h3>The cheapest step that could change the answer</h3>
<p class="step">${step(cheapest)}</p>
${further.length === 0 ? null : html`<p>Taken after it, each of these could raise the level of evidence too:</p>\n<ol>${further.map((raise) => html`<li>${step(raise)}</li>`)}</ol>\n`}`;
}

function step({ to, step: text }: Grade["raises"][number]): string {
  return `${asSentence(text)} Level ${String(to)} could then be reached.`;
}

/** What to ask for next, beside the steps: what nobody has measured. */
function notMeasured({ safety }: Results): Html | null {
  const missing = safety.filter(({ status }) => status === "not-measured").map((item) => `${safetyName(item)}.`);
  const wanted =
    safety.length === 0 ? ["Whether victim-survivors and children are safer, by their own account."] : missing;
  if (wanted.length === 0) return null;
  return html`<h3>What to ask for next</h3>
<p>Not measured so far:</p>
<ul class="several">${[...new Set(wanted)].map((text) => html`<li>${text}</li>`)}</ul>
`;
}
