import type { Claim, Results, Sentence } from "@likewise/schema";
import { headlineClaim, headlineComparison, headlineText } from "../../headline.ts";
import { type Html, heading, html } from "../../page/html.ts";
import { canAndCannot, empty } from "../../page/parts.ts";
import { verdictMark } from "../../page/verdict-mark.ts";
import { verdictNames } from "../../wording/labels.ts";
import type { Notes } from "../notes.ts";

/** What can and cannot be said of each headline measure, with the notes it must be read with. */
export function say(results: Results, notes: Notes): Html {
  const comparison = headlineComparison(results);
  if (comparison === null || comparison.claims.length === 0)
    return empty("Nobody was compared with anybody, so there is nothing to say.");
  const headline = headlineClaim(results);
  const ordered = [...comparison.claims].sort((a, b) => Number(b === headline) - Number(a === headline));
  return html`${ordered.map((claim) => measure(claim, notes, 3, headline))}${refused(results)}`;
}

/**
 * One measure: its headline, verdict, what can and cannot be said, and its notes by number.
 *
 * @param level of its heading
 * @param main  the claim of which this one repeats nothing
 */
export function measure(claim: Claim, notes: Notes, level: 3 | 4, main: Claim | null): Html {
  const { own, repeats } = withoutRepeats(claim, main);
  return html`<div class="measure">${heading(level, headlineText(claim) ?? claim.outcome)}
<p class="verdict">${verdictMark(claim.verdict)}<span>${verdictNames[claim.verdict]}</span></p>
${canAndCannot(own, level === 3 ? 4 : 5)}${repeats ? html`<p class="note">What the main result rests on, and whom it is about, holds here too.</p>\n` : null}${notes.reference(claim)}</div>
`;
}

/** What was said word for word of the main result is not said again. */
function withoutRepeats(claim: Claim, main: Claim | null): { readonly own: Claim; readonly repeats: boolean } {
  if (main === null || claim === main) return { own: claim, repeats: false };
  const said = new Set([...main.can, ...main.cannot].map(({ text }) => text));
  const isNew = ({ rule, text }: Sentence) => !/^(assumption-|cannot-say-others)/.test(rule) || !said.has(text);
  const own = { ...claim, can: claim.can.filter(isNew), cannot: claim.cannot.filter(isNew) };
  return { own, repeats: own.can.length + own.cannot.length < claim.can.length + claim.cannot.length };
}

function refused({ refusals }: Results): Html | null {
  if (refusals.length === 0) return null;
  return html`<p>Refused because they would mislead: ${refusals.length} ${refusals.length === 1 ? "result" : "results"}. <a href="#refused">Each with its reason and what would make it possible</a>.</p>\n`;
}
