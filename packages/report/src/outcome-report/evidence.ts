import type { Comparison, Grade, Results } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison } from "../headline.ts";
import { type Html, heading, html } from "../page/html.ts";
import { raiseText } from "../wording/appraisal-words.ts";
import { withCovariateLabels } from "../wording/covariate-labels.ts";
import { estimatorLabel, scaleNames } from "../wording/labels.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import { guardWarnings } from "./guard-warnings.ts";
import type { Draw } from "./render-report.ts";

/** The level of the headline with its reasons, then the ways in which it could mislead. */
export async function evidence(results: Results, draw: Draw): Promise<Html> {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const grade = gradeOf(comparison, claim, "wwclg");
  return html`${await draw("evidence", "The design cannot be graded.")}${
    comparison === null || grade === null ? null : gradeBlock(grade, comparison, results, 3)
  }<p><a href="#grades">Levels of every other estimate, the other scale, and risk of bias</a> stand in an annex.</p>
${guardWarnings(results)}`;
}

/**
 * One grade with its reasons and what would raise it.
 *
 * @param level of its heading
 */
export function gradeBlock(grade: Grade, comparison: Comparison, results: Results, level: 3 | 4): Html {
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0
      ? null
      : html`<dt>${title}</dt><dd>${texts.map((text) => asSentence(withCovariateLabels(text, results))).join(" ")}</dd>`;
  const textsOf = (reasons: Grade["reasons"]) => reasons.map((one) => one.text);
  return html`${heading(level, `${capital(levelText(grade))}: ${estimatesGraded(grade, comparison)}`)}
<p class="note">${capital(scaleNames[grade.scale] ?? grade.scale)}. ${comparison.label}</p>
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
