import type { Claim, Comparison, Estimate, Results, SafetyItem } from "@likewise/schema";
import { cellText, isShare } from "../figures.ts";
import { gradeOf, headlineClaim, headlineComparison, headlineText, primaryEstimate } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { formatCount, formatMeasured, formatPer100 } from "../wording/formats.ts";
import { shortScaleNames } from "../wording/labels.ts";
import { reporterNames, safetySentence } from "../wording/safety-questions.ts";
import { verdictMark } from "./verdict-mark.ts";

/** The first screen: every question a commissioner asks first, answered or said to be unanswered. */
export function answers(results: Results): Html {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
  return html`<ul class="answers">
${answer("Are victim-survivors and children safer, and by whose account?", safer(results))}
${answer("Was everyone at risk offered support?", offered(results))}
${answer("Did it work?", worked(claim, estimate), "main")}
${answer("How sure can we be?", sure(comparison, claim))}
${answer("Who was reached?", reached(results, comparison, estimate))}
${answer("What does it cost, and who gains?", html`<p class="answer">Not measured in this study</p><p>No costs were analysed, so nothing is said of savings.</p>`)}
${answer("What are the limits?", limits(claim))}
</ul>`;
}

function answer(question: string, body: Html, kind = ""): Html {
  return html`<li class="${kind}"><h2>${question}</h2>${body}</li>`;
}

function safer(results: Results): Html {
  const items = results.safety.filter((item) => item.who !== "perpetrators" && item.question === "safer");
  const measured = items.filter((item) => item.status === "measured");
  const own = measured.find((item) => item.reporter === "victim-survivor") ?? measured[0];
  const children = items.find((item) => item.who === "children");
  return html`${own === undefined ? html`<p class="answer">Not measured</p><p>These data hold no account from victim-survivors. Nothing here shows whether they are safer.</p>` : measuredSafety(own)}
${children === undefined ? null : html`<p><b>Children:</b> ${safetySentence(children)}</p>`}`;
}

function measuredSafety(item: SafetyItem): Html {
  const by = reporterNames[item.reporter ?? ""] ?? "records";
  const before = item.before ? cellText(item.before.value, formatPer100) : null;
  const now = cellText(item.value, formatPer100);
  return html`<p class="answer">${before === null ? `${now} in every 100` : `${before} in every 100 before, ${now} after`}</p>
<p>By ${by}. ${safetySentence(item)}</p>`;
}

function offered(results: Results): Html {
  const item = results.safety.find((candidate) => candidate.question === "offered");
  if (item === undefined || item.status === "not-measured")
    return html`<p class="answer">Not measured</p><p>${item ? safetySentence(item) : "These data do not link anyone to a victim-survivor."}</p>`;
  return html`<p class="answer">${cellText(item.numerator, formatCount)} of ${cellText(item.denominator, formatCount)} linked victim-survivors</p>
<p>The target is everyone. ${safetySentence(item)}</p>`;
}

function worked(claim: Claim | null, estimate: Estimate | null): Html {
  if (claim === null) return html`<p class="answer">Not measured</p>`;
  return html`<p class="answer verdict">${verdictMark(claim.verdict)}<span>${headlineText(claim)}</span></p>
${estimate === null || claim.verdict === "cannot-say" ? null : armFigures(estimate)}
<p>${sentence(claim.can[1]?.text)}</p>
${claim.can
  .slice(2)
  .filter((one) => one.rule.startsWith("assumption"))
  .map((one) => html`<p>${sentence(one.text)}</p>`)}
${besideVerdict(claim)}`;
}

/** What must stand beside the verdict and nowhere further down. */
function besideVerdict(claim: Claim): Html {
  const rules = /^caveat-(primary-by-default|test-p|estimand|(crude|adjusted|matched|weighted|design)-)/;
  const beside = claim.caveats.filter((caveat) => rules.test(caveat.rule));
  const cannot = claim.verdict === "cannot-say" ? claim.cannot.slice(0, 1) : [];
  if (beside.length + cannot.length === 0) return html``;
  return html`<ul>${[...cannot, ...beside].map((one) => html`<li>${one.text}</li>`)}</ul>`;
}

function armFigures(estimate: Estimate): Html {
  const format = isShare(estimate) ? formatPer100 : formatMeasured;
  const unit = isShare(estimate) ? "in every 100 people" : "";
  const [low, high] = estimate.interval;
  return html`<div class="figures">
<div><b>${cellText(estimate.treated.value, format)}</b><span>${unit} in the programme group</span></div>
<div><b>${cellText(estimate.comparison.value, format)}</b><span>${unit} in the comparison group</span></div>
<div><b>${cellText(estimate.estimate, format)}</b><span>the difference, and with chance allowed for, anything from ${cellText(low, format)} to ${cellText(high, format)}</span></div>
</div>`;
}

function sure(comparison: Comparison | null, claim: Claim | null): Html {
  const grade = comparison && claim?.estimate ? gradeOf(comparison, claim.estimate, "wwclg") : null;
  if (grade === null || grade.level === null)
    return html`<p class="answer">The design cannot be graded</p><p>It compares nobody with anybody.</p>`;
  const atMost =
    grade.atMost !== null && grade.atMost > grade.level
      ? ` It could be up to ${grade.atMost} if what was not assessed turned out well.`
      : "";
  return html`<p class="answer">Level ${grade.level} of 5</p>
<p>${shortScaleNames.wwclg}. ${grade.reasons[0] ? sentence(grade.reasons[0].text) : ""}${atMost}</p>`;
}

function reached(results: Results, comparison: Comparison | null, estimate: Estimate | null): Html {
  if (comparison === null || estimate === null) return html`<p class="answer">Not measured</p>`;
  const first = results.funnel[0];
  const treated = cellText(estimate.treated.n, formatCount);
  const of = first ? ` of ${cellText(first.count, formatCount)} referred` : "";
  return html`<p class="answer">${treated}${of} analysed</p>
<p>${capital(comparison.arms.labels.treated)}, set beside ${cellText(estimate.comparison.n, formatCount)} others: ${comparison.arms.labels.comparison}.</p>`;
}

function limits(claim: Claim | null): Html {
  const first = claim?.cannot[0]?.text;
  if (!first) return html`<p class="answer">See “What we cannot say”</p>`;
  return html`<p class="answer">We cannot say</p><p>${first}</p>`;
}

function sentence(text: string | null | undefined): string {
  if (!text) return "";
  const ended = /[.?!]$/.test(text) ? text : `${text}.`;
  return capital(ended);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
