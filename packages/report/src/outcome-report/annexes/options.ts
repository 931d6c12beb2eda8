import type { Comparison, Results } from "@likewise/schema";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { codeWords } from "../../wording/code-words.ts";
import { withCovariateLabels } from "../../wording/covariate-labels.ts";

/** Every option each comparison used. */
export function options(results: Results): Html {
  if (results.comparisons.length === 0) return empty("Nobody was compared with anybody.");
  return html`${results.comparisons.map((comparison) => optionsOf(comparison, results))}`;
}

function optionsOf(comparison: Comparison, results: Results): Html {
  const used = Object.entries(comparison.design).filter(([, value]) => value !== undefined);
  return html`<h3>${comparison.label}</h3>
<dl class="grid">${used.map(([name, value]) => html`<dt>${spaced(name)}</dt><dd>${withCovariateLabels(valueText(value), results)}</dd>`)}</dl>
`;
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
