import type { Claim, Results, Sentence } from "@likewise/schema";
import { blocks } from "../../charts/blocks.ts";
import { ladder } from "../../charts/ladder.ts";
import { gradeOf, headlineClaim, headlineComparison } from "../../headline.ts";
import { figures } from "../../page/figures.ts";
import { type Html, html } from "../../page/html.ts";
import { besideVerdict, groupedCaveats } from "../../wording/caveat-groups.ts";
import { withCovariateLabels } from "../../wording/covariate-labels.ts";
import { shortScaleNames } from "../../wording/labels.ts";
import { asSentence } from "../../wording/sentence-case.ts";
import type { Question } from "../question.ts";

/** The level, every caveat that has not been said, and why before and after alone would mislead. */
export const sure: Question = {
  id: "sure",
  title: "How sure can we be?",
  startsPage: true,
  answer: (results) => {
    const grade = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg");
    if (grade === null || grade.level === null) return "The design cannot be graded.";
    const reason = grade.reasons[0] ? ` ${asSentence(withCovariateLabels(grade.reasons[0].text, results))}` : "";
    return `Level ${grade.level} of 5 on the ${shortScaleNames.wwclg}.${reason}`;
  },
  detail: async (results) => {
    const claim = headlineClaim(results);
    return html`${await figures([ladder], results)}${claim === null ? null : caveats(results, claim)}${await beforeAfter(results)}`;
  },
};

/** Those of the first screen stand there; what was assumed is for the evaluator, whose report has it with the method. */
function caveats(results: Results, claim: Claim): Html | null {
  const said = new Set(besideVerdict(claim, headlineComparison(results)!));
  const groups = groupedCaveats(claim)
    .filter(({ title }) => title !== "What was assumed")
    .map(({ title, sentences }) => ({
      title,
      sentences: sentences.filter((one) => !said.has(one) && one.rule !== "caveat-level" && !isOfTheMissing(one)),
    }))
    .filter(({ sentences }) => sentences.length > 0);
  return html`${groups.length === 0 ? null : html`<div class="caveats">\n${groups.map(({ title, sentences }) => html`<div><h3>${title}</h3>${list(sentences)}</div>\n`)}</div>\n`}${missing(claim)}`;
}

/** Who is not in the result, one by one: behind a fold. */
function missing({ caveats: all }: Claim): Html | null {
  const sentences = all.filter(isOfTheMissing);
  if (sentences.length === 0) return null;
  return html`<details><summary>Who is missing, and why</summary>\n${list(sentences)}</details>\n`;
}

function isOfTheMissing({ rule }: Sentence): boolean {
  return rule === "caveat-excluded" || rule === "caveat-not-observed";
}

function list(sentences: readonly Sentence[]): Html {
  return html`<ul>${sentences.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

async function beforeAfter(results: Results): Promise<Html> {
  return html`<h3>Why not just compare before with after?</h3>
${await figures([blocks], results, "These data hold no dated events, so before and after cannot be shown.")}`;
}
