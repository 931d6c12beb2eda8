import type { Claim, Results } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison, headlineText, primaryEstimate } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { verdictMark } from "../page/verdict-mark.ts";
import { raiseText } from "../wording/appraisal-words.ts";
import { withCovariateLabels } from "../wording/covariate-labels.ts";
import { shortScaleNames, verdictNames } from "../wording/labels.ts";
import { gapText } from "../wording/practice-words.ts";
import { asSentence } from "../wording/sentence-case.ts";
import { cardStyle } from "./card-style.ts";
import { type PracticeRecord, practiceRecord, recordFields } from "./practice-record.ts";

/** What a page of A4 holds beside the record. */
const mostRaises = 4;
const mostGaps = 4;

/**
 * The card of a practice, one page of A4: its record, the level its evidence is worked out to have, and what would raise
 * it. A word of praise in the record stands as the record's own, with who said it; it is no grade and changes none.
 *
 * @param results with texts rendered
 * @returns a complete HTML document, or null where the plan declares no record (`programme.record`)
 */
export function renderCard(results: Results): string | null {
  const record = practiceRecord(results);
  if (record === null) return null;
  const sections: Section[] = [
    { id: "record", title: "The practice", body: recordBody(record, results) },
    { id: "evidence", title: "What the evidence can bear", body: evidenceBody(record, results) },
    { id: "raise", title: "What would raise the level", body: raiseBody(results) },
  ];
  return page({ results, name: "Card of the practice", lead: html``, sections, style: cardStyle });
}

function recordBody(record: PracticeRecord, { study }: Results): Html {
  const name = typeof study.programme?.name === "string" ? study.programme.name : null;
  const entries = recordFields.map(([field, label]) => {
    const value = record[field];
    return { label, text: value === undefined ? null : typeof value === "string" ? value : value.join("; ") };
  });
  const missing = entries.filter(({ text }) => text === null).map(({ label }) => label.toLowerCase());
  return html`<dl class="grid">${name === null ? null : html`<dt>Name</dt><dd>${name}</dd>`}${entries.map(
    ({ label, text }) => (text === null ? null : html`<dt>${label}</dt><dd>${text}</dd>`),
  )}</dl>
${missing.length === 0 ? null : html`<p class="note">The record does not say: ${missing.join(", ")}.</p>\n`}${record.source === undefined ? null : html`<p class="note">Source of the record: ${record.source}</p>\n`}`;
}

function evidenceBody({ claimed }: PracticeRecord, results: Results): Html {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const grade = gradeOf(comparison, claim, "wwclg");
  const level =
    grade === null || grade.level === null
      ? html`<p class="answer">Not placed on the scale</p>`
      : html`<p class="answer">Level ${String(grade.level)} of 5</p>`;
  return html`${level}
<p>${shortScaleNames.wwclg}. Worked out from the design and the data${grade?.reasons[0] === undefined ? null : html`: ${asSentence(withCovariateLabels(grade.reasons[0].text, results))}`}</p>
${outcome(claim, results)}${
  claimed === undefined
    ? null
    : html`<p><b>In the record:</b> “${claimed.word}”, said by ${claimed.by}${claimed.source === undefined ? null : html` (${claimed.source})`}. These are the record’s own words. They are not a grade, and do not change the level.</p>\n`
}`;
}

/** The headline's claim; where nothing was compared, or no difference could be estimated, that is what there is to say. */
function outcome(claim: Claim | null, results: Results): Html {
  const comparison = headlineComparison(results);
  const isQuantified = claim !== null && comparison !== null && primaryEstimate(comparison, claim.outcome) !== null;
  if (!isQuantified) return html`<p><b>No quantified outcome found.</b></p>\n`;
  return html`<p class="verdict">${verdictMark(claim.verdict)}<span>${verdictNames[claim.verdict]}</span></p>
<p><b>${headlineText(claim)}.</b></p>
${claim.verdict === "cannot-say" ? null : html`<p>${claim.can[1]?.text}</p>`}
`;
}

function raiseBody(results: Results): Html {
  const grade = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg");
  const raises = grade?.raises ?? [];
  const gaps = results.alignment?.gaps ?? [];
  return html`${
    raises.length === 0
      ? html`<p>${grade === null ? "People of the programme, counted beside similar people without it, from the same day and by the same records." : "No step is known that would raise it."}</p>\n`
      : html`<ol>${raises.slice(0, mostRaises).map((raise) => html`<li>${asSentence(raiseText(raise))}</li>`)}</ol>\n`
  }${gaps.length === 0 ? null : html`<h3>Gaps in the evidence</h3>\n<ul>${gaps.slice(0, mostGaps).map((gap) => html`<li>${gapText(gap)}</li>`)}</ul>\n`}${
    raises.length <= mostRaises && gaps.length <= mostGaps
      ? null
      : html`<p class="note">The outcome report lists the rest.</p>\n`
  }`;
}
