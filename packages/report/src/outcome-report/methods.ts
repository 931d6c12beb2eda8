import type { Comparison, Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { codeWords } from "../wording/code-words.ts";
import { formatMeasured, formatNumber } from "../wording/formats.ts";

/** The method of each comparison in plain words, then every option it used. */
export function methods(results: Results): Html {
  if (results.comparisons.length === 0) return empty("Nobody was compared with anybody.");
  return html`${results.comparisons.map(methodText)}`;
}

function methodText(comparison: Comparison): Html {
  const options = Object.entries(comparison.design).filter(([, value]) => value !== undefined);
  return html`<h3>${comparison.label}</h3>
<p>${assignmentText(comparison.design.assignment)} ${methodSentence(comparison)}</p>
<details><summary>Every option used: ${comparison.label}</summary>
<dl class="grid">${options.map(([name, value]) => html`<dt>${spaced(name)}</dt><dd>${valueText(value)}</dd>`)}</dl></details>
`;
}

function assignmentText(assignment: string): string {
  if (assignment === "random") return "Who was offered the programme was decided at random.";
  return `Who was offered the programme was not decided at random (${codeWords(assignment)}).`;
}

function methodSentence({ design, arms, matching }: Comparison): string {
  const { treated, comparison } = arms.labels;
  if (matching === null)
    return `The two groups (${treated}; ${comparison}) are compared as they are, and again with adjustment for the characteristics listed.`;
  const { caliper } = design as { readonly caliper?: { readonly sd?: unknown; readonly width?: unknown } | null };
  const limit =
    typeof caliper?.sd === "number" && typeof caliper.width === "number"
      ? ` No two people in a set may differ by more than ${formatMeasured(caliper.sd)} standard deviations of that score (${formatNumber(caliper.width, 4)}).`
      : "";
  return `Each person in the first group (${treated}) is set beside the nearest in the second (${comparison}) by the chance of being selected, worked out from the characteristics listed.${limit} Matching did not see any outcome.`;
}

/** Any option as text. Its shape is the method's own affair, so this reads whatever is there. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueText).join(", ");
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, inner]) => `${spaced(key)} ${valueText(inner)}`)
      .join(", ");
  return String(value);
}

/** `analysisSet` reads "analysis set". */
function spaced(name: string): string {
  return codeWords(name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
}
