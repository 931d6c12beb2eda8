import type { Results } from "@likewise/schema";
import { type Html, html } from "../../page/html.ts";
import { empty, safetyDetail } from "../../page/parts.ts";

/** Safety kind by kind, and how each question was counted. */
export function safety(results: Results): Html {
  if (results.safety.length === 0) return empty("Not measured.");
  const { kinds, counted } = safetyDetail(results.safety);
  return html`${kinds}<h3>How each question was counted</h3>\n${counted}`;
}
