import type { Claim, Comparison, Estimate, Results, SafetyItem, Sentence } from "@likewise/schema";
import { arms } from "../charts/arms.ts";
import { published, spoken } from "../figures.ts";
import { gradeOf, headlineClaim, headlineComparison, headlineText, primaryEstimate } from "../headline.ts";
import { pictures } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { verdictMark } from "../page/verdict-mark.ts";
import { besideVerdict, notShownBeside } from "../wording/caveat-groups.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { guardWording } from "../wording/guards.ts";
import { reporterNames, shortScaleNames, verdictNames } from "../wording/labels.ts";
import { safetyCount, safetyName } from "../wording/safety-wording.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import { levelMark } from "./level-mark.ts";

/** The first screen: every question a commissioner asks first, answered or said to be unanswered. */
export async function answers(results: Results): Promise<Html> {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
  return html`<ul class="answers">
${answer("Are victim-survivors and children safer, and by whose account?", safer(results), "side")}
${answer("Was everyone at risk offered support?", offered(results), "side")}
${answer("Did it work?", await worked(results, comparison, claim), "main")}
${answer("How sure can we be?", sure(results, comparison, claim))}
${answer("Who was reached?", reached(results, comparison, estimate))}
${answer("What does it cost, and who gains?", cost)}
${answer("What can we not say?", limits(claim))}
</ul>
`;
}

function answer(question: string, body: Html, kind = ""): Html {
  return html`<li${kind === "" ? null : html` class="${kind}"`}><h2>${question}</h2>
${body}</li>`;
}

function safer({ safety }: Results): Html {
  const items = safety.filter((item) => item.question === "victim-survivors-safer" && measured(item));
  const own = items.find((item) => item.reporter === "victim-survivor");
  return html`${own ? ownAccount(own) : notTheirAccount(items[0])}
${children(safety.filter((item) => item.question === "children-safer"))}`;
}

function measured(item: SafetyItem): boolean {
  return item.status === "measured" && item.denominator !== 0;
}

function ownAccount(item: SafetyItem): Html {
  return html`<p class="answer">${safetyName(item)}: ${foundBy(item)}</p>
<p>By ${reporterNames["victim-survivor"]} (${countsOf(item)}). ${item.uncontrolled ? "Nobody is compared with them, so this does not show that the programme made them safer." : null}</p>`;
}

/** What others say of abuse never stands in for what victim-survivors say. */
function notTheirAccount(other: SafetyItem | undefined): Html {
  return html`<p class="answer">Not measured</p>
<p>These data hold no account of what victim-survivors went through. Nothing here shows whether they are safer.</p>
${other ? html`<p>By ${reporterNames[other.reporter ?? ""] ?? "records"}, which may differ from theirs: ${safetyName(other).toLowerCase()}, ${foundBy(other)} (${countsOf(other)}).</p>` : null}`;
}

function foundBy(item: SafetyItem): string {
  return item.before === null
    ? `${spoken(item.value, formatPer100)} in every 100`
    : change(item.before.value, item.value);
}

function countsOf(item: SafetyItem): string {
  const now = safetyCount(item);
  const counts = item.before === null ? now : `${safetyCount(item.before)} before, ${now} after`;
  const unknown =
    item.unknown === 0 || item.unknown === null ? "" : `; not known for ${spoken(item.unknown, formatCount)}`;
  return `${counts}${unknown}`;
}

/** "85.0 in every 100 before, 40.0 after". */
function change(before: SafetyItem["value"], after: SafetyItem["value"]): string {
  if (published(before) === null)
    return `${spoken(after, formatPer100)} in every 100 after, before ${spoken(before, formatPer100)}`;
  return `${spoken(before, formatPer100)} in every 100 before, ${spoken(after, formatPer100)} after`;
}

function children(items: readonly SafetyItem[]): Html {
  const status = items.find((item) => item.status === "measured" && item.denominator !== null);
  const linked = items.find((item) => item.status === "measured" && item.denominator === null);
  const count = linked === undefined ? "" : ` ${spoken(linked.numerator, formatCount)} are linked to these people.`;
  if (status === undefined) return html`<p><b>Children:</b> not measured.${count}</p>`;
  const before = status.before === null ? "" : `${spoken(status.before.numerator, formatCount)} before, `;
  return html`<p><b>${safetyName(status)}:</b> ${before}${spoken(status.numerator, formatCount)} after, of ${spoken(status.denominator, formatCount)}.${count}</p>`;
}

function offered({ safety }: Results): Html {
  const items = safety.filter((item) => item.question === "victim-survivors-supported");
  const offer = items.find((item) => item.id === "support-offered") ?? items[0];
  if (offer === undefined || offer.status === "not-measured")
    return html`<p class="answer">Not measured</p>\n<p>These data do not show who was offered support. The target is everyone.</p>`;
  const others = items.filter((item) => item !== offer && item.status === "measured");
  return html`<p class="answer">${spoken(offer.numerator, formatCount)} of ${spoken(offer.denominator, formatCount)} linked victim-survivors were offered support</p>
<p>The target is everyone. ${others.map((item) => html`${safetyName(item)}: ${safetyCount(item)}. `)}</p>`;
}

async function worked(results: Results, comparison: Comparison | null, claim: Claim | null): Promise<Html> {
  if (comparison === null || claim === null)
    return html`<p class="answer">Not measured</p>\n<p>Nobody was compared with anybody.</p>`;
  const said = claim.verdict === "cannot-say" ? claim.can.slice(1) : claim.can.slice(1, 2);
  return html`<p class="verdict">${verdictMark(claim.verdict)}<span>${verdictNames[claim.verdict]}</span></p>
<p class="answer">${headlineText(claim)}</p>
${await pictures(arms, results)}${said.map((one) => html`<p>${one.text}</p>\n`)}${list("This does not show:", notShownBeside(claim))}${list("Bear in mind:", besideVerdict(claim, comparison))}`;
}

function list(lead: string | null, sentences: readonly Sentence[]): Html | null {
  if (sentences.length === 0) return null;
  return html`${lead === null ? null : html`<p class="lead-in">${lead}</p>\n`}<ul>${sentences.map((one) => html`<li>${one.text}</li>`)}</ul>
`;
}

function sure(results: Results, comparison: Comparison | null, claim: Claim | null): Html {
  const grade = gradeOf(comparison, claim, "wwclg");
  if (grade === null || grade.level === null)
    return html`<p class="answer">The design cannot be graded</p>\n<p>It has no place on the ${shortScaleNames.wwclg}.</p>\n${flaws(results, claim)}`;
  const atMost = grade.atMost ?? grade.level;
  return html`<p class="answer">Level ${grade.level} of 5</p>
<div class="level">${levelMark(grade.level, atMost)}</div>
<p>${shortScaleNames.wwclg}: ${grade.reasons[0] ? asSentence(grade.reasons[0].text) : null}</p>
${flaws(results, claim)}`;
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
  if (comparison === null || estimate === null) return html`<p class="answer">Not measured</p>`;
  const referred = results.funnel.find((step) => step.step === "referred") ?? results.funnel[0];
  const treated = spoken(estimate.treated.n, formatCount);
  const { labels } = comparison.arms;
  const beside = `Set beside ${spoken(estimate.comparison.n, formatCount)} ${labels.comparison}.`;
  if (referred === undefined)
    return html`<p class="answer">${treated} ${labels.treated} analysed</p>
<p>${beside} ${spoken(comparison.rows.used, formatCount)} of ${spoken(comparison.rows.read, formatCount)} people in the data are in the analysis.</p>`;
  return html`<p class="answer">${treated} analysed of ${spoken(referred.count, formatCount)} referred</p>
<p>${capital(labels.treated)}. ${beside}</p>`;
}

const cost = html`<p class="answer">Not measured</p>
<p>No costs were analysed, so nothing can be said of savings.</p>`;

function limits(claim: Claim | null): Html {
  return list(null, claim?.cannot.slice(0, 2) ?? []) ?? html`<p class="answer">What difference it made</p>`;
}
