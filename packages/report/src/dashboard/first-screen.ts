import type { Claim, Comparison, Estimate, Figure, Grade, Results, Sentence } from "@likewise/schema";
import { arms, beforeRounding } from "../charts/arms.ts";
import { published, spoken } from "../figures.ts";
import { gradeOf, headlineClaim, headlineComparison, headlineText, primaryEstimate } from "../headline.ts";
import { pictures } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { verdictMark } from "../page/verdict-mark.ts";
import { besideVerdict, notShownBeside } from "../wording/caveat-groups.ts";
import { withCovariateLabels } from "../wording/covariate-labels.ts";
import { formatCount } from "../wording/formats.ts";
import { guardWording } from "../wording/guards.ts";
import { shortScaleNames, verdictNames } from "../wording/labels.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import { costAnswer } from "./cost-answer.ts";
import { finding } from "./finding.ts";
import { levelMark } from "./level-mark.ts";
import { offered, safer } from "./safety-answers.ts";

/** The first screen: every question a commissioner asks first, answered or said to be unanswered. */
export async function firstScreen(results: Results): Promise<Html> {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
  return html`<ul class="answers">
${answer("Are victim-survivors and children safer, and by whose account?", safer(results))}
${answer("Was everyone at risk offered support?", offered(results))}
${answer("Did it work?", await worked(results, comparison, claim), "main")}
${answer("How sure can we be?", sure(results, comparison, claim), "sure")}
${answer("Who was reached?", reached(results, comparison, estimate))}
${answer("What does it cost, and who gains?", costAnswer(results), "paid")}
</ul>
`;
}

function answer(question: string, body: Html, kind = ""): Html {
  return html`<li${kind === "" ? null : html` class="${kind}"`}><h2>${question}</h2>
${body}</li>`;
}

async function worked(results: Results, comparison: Comparison | null, claim: Claim | null): Promise<Html> {
  if (comparison === null || claim === null)
    return html`<p class="answer">Not measured</p>\n<p>Nobody was compared with anybody.</p>`;
  return html`<p class="verdict">${verdictMark(claim.verdict)}<span>${verdictNames[claim.verdict]}</span></p>
<p class="answer">${headlineText(claim)}</p>
${await pictures(arms, results)}${(arms.content(results)?.notes ?? []).filter((note) => note !== beforeRounding).map((note) => html`<p class="note">${note}</p>\n`)}${finding(claim).map((one) => html`<p class="found">${one.text}</p>\n`)}${list("This does not show:", notShownBeside(claim))}${list("Bear in mind:", besideVerdict(claim, comparison))}${worseToo(comparison, claim)}`;
}

/** A result for the worse stands where the first result stands, whichever outcome the plan leads with. */
function worseToo(comparison: Comparison, headline: Claim): Html | null {
  const worse = comparison.claims.filter((claim) => claim !== headline && claim.verdict === "worse");
  if (worse.length === 0) return null;
  return html`<p class="lead-in">Another result was worse:</p>
<ul>${worse.map((claim) => html`<li>${headlineText(claim)}.</li>`)}</ul>
`;
}

function list(lead: string, sentences: readonly Sentence[]): Html | null {
  if (sentences.length === 0) return null;
  return html`<p class="lead-in">${lead}</p>\n<ul>${sentences.map((one) => html`<li>${one.text}</li>`)}</ul>
`;
}

function sure(results: Results, comparison: Comparison | null, claim: Claim | null): Html {
  const grade = gradeOf(comparison, claim, "wwclg");
  if (grade === null || grade.level === null)
    return html`<p class="answer">The design cannot be graded</p>\n<p>It has no place on the ${shortScaleNames.wwclg}.</p>\n${flaws(results, claim)}`;
  const atMost = grade.atMost ?? grade.level;
  return html`<p class="answer level"><span>Level ${grade.level} of 5</span>${levelMark(grade.level, atMost)}</p>
<p>${capital(shortScaleNames.wwclg!)}: ${grade.reasons[0] ? asSentence(withCovariateLabels(grade.reasons[0].text, results)) : null}</p>
${crossed(grade)}${flaws(results, claim)}`;
}

/** The warning that people changed groups stands beside a level that has it taken off already: both are said together. */
function crossed({ drops }: Grade): Html | null {
  const dropped = drops.find(({ rule }) => rule === "crossover");
  return dropped === undefined ? null : html`<p>The level is lowered already because ${dropped.text}.</p>\n`;
}

/** What guards found that stops something, a plain sentence each; what the claim says itself stands there. */
function flaws({ guards = [] }: Results, claim: Claim | null): Html | null {
  const said = claim?.cannot.map(({ words }) => words.guard) ?? [];
  const found = guards.filter(
    ({ effect, comparison, outcomes, guard }) =>
      (effect === "stops-verdict" || effect === "stops-cause") &&
      comparison === claim?.comparison &&
      outcomes.includes(claim.outcome) &&
      !said.includes(guard),
  );
  if (found.length === 0) return null;
  return html`<p class="lead-in">What stands in the way:</p>
<ul>${found.map(({ guard }) => html`<li>${asSentence(guardWording(guard).because)}</li>`)}</ul>
`;
}

function reached(results: Results, comparison: Comparison | null, estimate: Estimate | null): Html {
  const referred = results.funnel.find((step) => step.step === "referred") ?? results.funnel[0];
  if (comparison === null || estimate === null) {
    if (referred === undefined) return html`<p class="answer">Not measured</p>`;
    return html`<p class="answer">${spoken(referred.count, formatCount)} ${referred.step === "referred" ? "people were referred" : referred.label}</p>
<p>${cameFar(results)}Nobody was compared with them in the results that decide.</p>`;
  }
  const treated = spoken(estimate.treated.n, formatCount);
  const { labels } = comparison.arms;
  const beside = `Set beside ${spoken(estimate.comparison.n, formatCount)} ${labels.comparison}.`;
  if (referred === undefined)
    return html`<p class="answer">${spoken(comparison.rows.used, formatCount)} analysed of ${spoken(comparison.rows.read, formatCount)} people in the data</p>
<p>${treated} ${labels.treated}. ${beside}</p>`;
  return html`<p class="answer">${treated} analysed of ${spoken(referred.count, formatCount)} referred</p>
<p>${capital(labels.treated)}. ${beside} ${cameFar(results)}${others(results, comparison, [referred.count, estimate.treated.n])}</p>`;
}

/** Those referred who are neither analysed nor without a match: the numbers beside each other would leave them out. */
function others(results: Results, { matching }: Comparison, counts: readonly [Figure, Figure]): Html | null {
  const [referred, analysed, unmatched] = [...counts, matching?.treatedUnmatched ?? null].map(published);
  if (referred == null || analysed == null || unmatched == null || unmatched === 0) return null;
  const rest = referred - analysed - unmatched;
  if (rest <= 0) return null;
  const few = rest < (results.disclosure?.threshold ?? 1) ? "A few" : formatCount(rest);
  return html`For ${formatCount(unmatched)} nobody like them was found. ${few} more are not in the analysis for other reasons.`;
}

/** How many started and completed, where the pathway has both steps. */
function cameFar({ funnel }: Results): Html | null {
  const [started, completed] = ["started", "completed"].map((step) => funnel.find((one) => one.step === step));
  if (started === undefined || completed === undefined) return null;
  return html`${spoken(started.count, formatCount)} started and ${spoken(completed.count, formatCount)} completed. `;
}
