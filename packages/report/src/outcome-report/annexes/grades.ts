import type { Results } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { gradeBlock } from "../evidence.ts";
import { appraisals } from "./appraisal.ts";

/** The grades that do not decide, then risk of bias by domain and how small a difference could be seen. */
export function grades(results: Results): Html {
  const headline = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg");
  const others = results.comparisons.flatMap((comparison) =>
    comparison.evidence.filter((grade) => grade !== headline).map((grade) => gradeBlock(grade, comparison, results, 4)),
  );
  return html`${others.length === 0 ? null : html`<h3>The level of every other group of estimates</h3>\n${others}`}
${results.comparisons.map((comparison) => appraisals(comparison, results))}`;
}
