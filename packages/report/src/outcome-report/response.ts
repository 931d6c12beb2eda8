import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { longDate } from "../wording/long-date.ts";
import { reportPlan } from "./report-plan.ts";

/** The provider’s right of reply, in its own words, with who answered and when. */
export function response(results: Results): Html {
  const { response: given } = reportPlan(results);
  if (given === undefined)
    return empty(
      "The provider has not responded. Until it has, this report stands without its reply; the plan takes it under report.response.",
    );
  const { text, by, on } = typeof given === "string" ? { text: given, by: undefined, on: undefined } : given;
  const signed = [by, on === undefined ? undefined : longDate(on)].filter((part) => part !== undefined);
  return html`<blockquote>${text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph.trim()}</p>`)}</blockquote>
<p class="note">${signed.length === 0 ? "Who answered, and when, is not on record." : `${signed.join(", ")}.`}</p>
`;
}
