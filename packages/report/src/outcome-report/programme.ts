import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";

/** What a description of an intervention needs (TIDieR), as far as the plan says it. */
const programmeFields: readonly (readonly [string, string])[] = [
  ["name", "Name"],
  ["why", "Why it should work"],
  ["what", "What is done"],
  ["materials", "With what materials"],
  ["who", "For whom"],
  ["provider", "By whom"],
  ["deliverers", "Delivered by workers who"],
  ["how", "How"],
  ["where", "Where"],
  ["when", "When and how much"],
  ["tailoring", "Fitted to the person"],
  ["modifications", "Changed while it ran"],
  ["fidelity", "How delivery is checked"],
];

/** The programme in the words of the plan; what the plan leaves out is said to be left out. */
export function programme({ study }: Results): Html {
  const described = study.programme ?? {};
  const known = programmeFields.filter(([key]) => typeof described[key] === "string");
  if (known.length === 0) return empty("The plan does not describe the programme.");
  const missing = programmeFields.filter((field) => !known.includes(field)).map(([, label]) => label.toLowerCase());
  return html`<dl class="grid">${known.map(([key, label]) => html`<dt>${label}</dt><dd>${String(described[key])}</dd>`)}</dl>
${missing.length === 0 ? null : html`<p class="note">The plan does not say: ${missing.join(", ")}.</p>\n`}`;
}
