import type { Results } from "@likewise/schema";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { asSentence } from "../../wording/sentence-case.ts";

/** What the programme is, in the plan's words: what is done, for whom, where and when. */
export function brief({ study }: Results): Html {
  const described = study.programme ?? {};
  const said = ["name", "what", "who", "where", "when"].filter((field) => typeof described[field] === "string");
  if (said.length === 0) return empty("The plan does not describe the programme.");
  return html`<p>${said.map((field) => html`${asSentence(String(described[field]))} `)}</p>
<p>More, in its own words: <a href="#described">how the programme describes itself</a>.</p>
`;
}
