import type { Comparison } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { formatMeasured } from "../wording/formats.ts";

/** The method of one comparison in plain words, from the options it used. */
export function methodText(comparison: Comparison): Html {
  const { design } = comparison;
  return html`<h3>${comparison.label}</h3>
<p>${assignmentText(String(design.assignment))} ${methodSentence(comparison)}</p>
<dl>${Object.entries(design).map(([name, value]) => html`<dt>${spaced(name)}</dt><dd>${valueText(value)}</dd>`)}</dl>`;
}

function assignmentText(assignment: string): string {
  if (assignment === "random") return "Who was offered the programme was decided at random.";
  return `Who was offered the programme was not decided at random (${assignment.replaceAll("-", " ")}).`;
}

function methodSentence({ design, arms }: Comparison): string {
  if (design.method === "none")
    return `The two groups are compared as they are, and again with adjustment for the characteristics listed: ${arms.labels.treated} with ${arms.labels.comparison}.`;
  const caliper = design.caliper as { sd: number; width: number } | null | undefined;
  const limit = caliper
    ? ` No pair may differ by more than ${formatMeasured(caliper.sd)} standard deviations of that score (${formatMeasured(caliper.width)}).`
    : "";
  return `Each of the ${arms.labels.treated} is set beside the nearest of the ${arms.labels.comparison} by the chance of being selected, worked out from the characteristics listed.${limit} Matching did not see any outcome.`;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueText).join(", ");
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : formatMeasured(value);
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, inner]) => `${spaced(key)} ${valueText(inner)}`)
      .join(", ");
  return String(value);
}

function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
