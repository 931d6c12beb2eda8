import type { Comparison, Results } from "@likewise/schema";
import { cellText } from "../../figures.ts";
import { headlineClaim, headlineComparison, primaryEstimate } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { formatCount } from "../../wording/formats.ts";
import { reasonWords } from "../../wording/reason-words.ts";
import { capital } from "../../wording/sentence-case.ts";

/** How many people stand behind the headline in each group, where the others come from, and who is not in it. */
export function analysed(results: Results): Html {
  const comparison = headlineComparison(results);
  if (comparison === null) return empty("Nobody was compared with anybody.");
  const { rows } = comparison;
  const out = rows.excluded.map(
    ({ reason, rows: count }) => `${reasonWords(reason, results)} (${cellText(count, formatCount)})`,
  );
  return html`<p>${capital(groupsText(comparison, results))}</p>
<p>${cellText(rows.used, formatCount)} of the ${cellText(rows.read, formatCount)} rows of these people could be used. ${out.length === 0 ? "Nobody is left out." : `Left out: ${out.join("; ")}.`} <a href="#flow">From everyone referred to those analysed</a>.</p>
`;
}

function groupsText(comparison: Comparison, results: Results): string {
  const { arms, matching } = comparison;
  const claim = headlineClaim(results);
  const decides = claim === null ? null : primaryEstimate(comparison, claim.outcome);
  const groups = `${cellText(arms.treated, formatCount)} ${arms.labels.treated} and ${cellText(arms.comparison, formatCount)} ${arms.labels.comparison} could be compared.`;
  if (matching === null || decides?.adjustment !== "matching") return groups;
  return `${groups} For ${cellText(matching.treatedMatched, formatCount)} of the first somebody like them was found, and the result is about these; for ${cellText(matching.treatedUnmatched, formatCount)} nobody was.`;
}
