import type { Claim, Results } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison, headlineText, outcomeLabel } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { shortScaleNames, verdictNames } from "../../wording/labels.ts";
import { capital } from "../../wording/sentence-case.ts";
import { reportPlan } from "../report-plan.ts";

/** The result in one bold paragraph, the other outcomes, and how sure anyone can be. */
export function summary(results: Results): Html {
  const claims = results.comparisons[0]?.claims ?? [];
  const headline = headlineClaim(results);
  return html`<section class="first" id="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>
${standing(results)}<p class="summary">${headlineText(headline) ?? "Nobody was compared with anybody"}.</p>
<ul>${claims.map((claim) => html`<li>${finding(claim, claim === headline, results)}</li>`)}</ul>
${doubt(results)}</section>
`;
}

/** Whether this is a draft, who answers for it, and for whom it was written. */
function standing(results: Results): Html | null {
  const { status, authors } = reportPlan(results);
  const { provider } = results.study.programme ?? {};
  const said = [
    status === "draft" ? "Draft: not yet approved" : status === "final" ? "Final" : null,
    typeof provider === "string" ? `Provider: ${provider}` : null,
    authors === undefined || authors.length === 0 ? null : `Evaluators: ${authors.join(", ")}`,
  ].filter((part) => part !== null);
  return said.length === 0 ? null : html`<p class="note standing">${said.join(". ")}.</p>\n`;
}

/** Whoever reads only the summary must meet the level, what a causal reading rests on, and whose account is missing. */
function doubt(results: Results): Html {
  const claim = headlineClaim(results);
  const grade = gradeOf(headlineComparison(results), claim, "wwclg");
  const own = results.safety.find(({ reporter, status }) => reporter === "victim-survivor" && status === "measured");
  const rests = claim?.can.filter(({ rule }) => rule.startsWith("assumption-")) ?? [];
  return html`<p>${grade?.level == null ? null : `Level ${grade.level} of 5, ${shortScaleNames.wwclg}. `}${rests.map(({ text }) => `${text} `)}${
    own === undefined
      ? "Victim-survivors’ own account of their safety: not measured."
      : html`Victim-survivors’ own account of their safety stands <a href="#safety">below</a>.`
  }</p>
`;
}

/**
 * What was found of one outcome: the sentence need not name it, so its name stands before. Nor does it say that there is
 * no clear difference, which of the headline was just said.
 */
function finding(claim: Claim, isHeadline: boolean, results: Results): Html {
  if (claim.verdict === "cannot-say") return html`${headlineText(claim)}.`;
  const unclear = claim.verdict === "no-clear-difference" && !isHeadline;
  const verdict = unclear ? `${verdictNames[claim.verdict].toLowerCase()}. ` : null;
  return html`<b>${capital(outcomeLabel(results, claim.outcome))}:</b> ${verdict}${claim.can[1]?.text}`;
}
