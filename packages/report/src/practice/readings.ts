import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { sentences } from "../page/parts.ts";
import { capital } from "../wording/sentence-case.ts";

/** How each change in use of services reads in the direction the plan declares; null where the plan declares none. */
export function readings({ readings: found }: Results): Html | null {
  if (found === undefined || found.length === 0) return null;
  return html`${found.map((reading) => html`<h3>${capital(reading.label)}</h3>\n${sentences(reading.sentences)}`)}`;
}
