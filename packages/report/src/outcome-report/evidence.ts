import type { Comparison, Grade, Results } from "@likewise/schema";
import { headlineClaim } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { sentences } from "../page/parts.ts";
import { raiseText } from "../wording/appraisal-words.ts";
import { groupedCaveats } from "../wording/caveat-groups.ts";
import { estimatorLabel, scaleNames } from "../wording/labels.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import { appraisals } from "./appraisal.ts";
import { guardWarnings } from "./guard-warnings.ts";
import type { Draw } from "./render-report.ts";

/** The grade of every group of estimates on both scales with its reasons, what stands beside the level, then what stands beside the verdict; first the ways in which it could mislead. */
export async function evidence(results: Results, draw: Draw): Promise<Html> {
  const claim = headlineClaim(results);
  return html`${await draw("evidence", "The design cannot be graded.")}
${guardWarnings(results)}${results.comparisons.some((comparison) => comparison.evidence.length > 0) ? html`<h3>The level of every group of estimates</h3>` : null}
${results.comparisons.flatMap((comparison) => comparison.evidence.map((grade) => gradeBlock(grade, comparison)))}
${results.comparisons.map((comparison) => appraisals(comparison, results))}
${
  claim === null
    ? null
    : html`<h3>Beside the verdict</h3>
${groupedCaveats(claim).map(({ title, sentences: list }) => html`<h4>${title}</h4>\n${sentences(list)}`)}`
}`;
}

function gradeBlock(grade: Grade, comparison: Comparison): Html {
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? null : html`<dt>${title}</dt><dd>${texts.map(asSentence).join(" ")}</dd>`;
  const textsOf = (reasons: Grade["reasons"]) => reasons.map((one) => one.text);
  return html`<h4>${comparison.label}: ${estimatesGraded(grade, comparison)}, ${levelText(grade)}</h4>
<p class="note">${capital(scaleNames[grade.scale] ?? grade.scale)}</p>
<dl class="grid">${list("Why", textsOf(grade.reasons))}${list("Lost a level for", textsOf(grade.drops.filter(({ drop }) => drop !== 0)))}${list("Held down by", textsOf(grade.caps))}${list("Not assessed", textsOf(grade.notAssessed))}${list("Also noted", textsOf(grade.caveats))}${list(
    "What would raise it, cheapest first",
    grade.raises.map(raiseText),
  )}</dl>`;
}

function levelText({ level, atMost }: Grade): string {
  if (level === null) return "not placed";
  return atMost === null || atMost === level ? `level ${level}` : `level ${level}, at most ${atMost}`;
}

function estimatesGraded(grade: Grade, comparison: Comparison): string {
  const first = comparison.estimates.find((estimate) => grade.estimates.includes(estimate.id));
  return first ? `estimates ${estimatorLabel(first)}` : "design";
}
