import type { Comparison, Estimate } from "@likewise/schema";
import { cellText, intervalText } from "../figures.ts";
import { precise } from "./precise.ts";
import { wrapped } from "./wrapped.ts";

/** The main checks of each answer, a line each; tie ranges stand with the matching. */
export function describeSensitivity({ estimates, sensitivity }: Comparison): string[] {
  const lines = [
    ...Object.values(sensitivity?.warnings ?? {}).flatMap((text) => wrapped(`warning: ${text}`, "  - ")),
    ...estimates.filter(({ primary, subgroup }) => primary && subgroup === null).flatMap(linesOf),
  ];
  return lines.length === 0 ? [] : ["", "How far this would have to be wrong", ...lines];
}

function linesOf({ id, sensitivity }: Estimate): string[] {
  const { eValue, rosenbaumTest, robustness, missingOutcomes = [], recording } = sensitivity;
  const said = [
    ...(eValue === null
      ? []
      : [`E-value ${cellText(eValue.estimate, precise)}, of the limit ${cellText(eValue.interval, precise)}`]),
    ...(rosenbaumTest === undefined
      ? []
      : [
          rosenbaumTest.largestGamma === null
            ? "Rosenbaum: one-sided p above 0.05 without hidden bias"
            : `Rosenbaum: largest gamma ${cellText(rosenbaumTest.largestGamma, precise)}`,
        ]),
    ...robustness.map(
      ({ label, estimate, interval, inUse }) =>
        `${label}${inUse === true ? " (in use)" : ""}: ${cellText(estimate, precise)} (${intervalText(interval, precise).replace(" to ", ", ")})`,
    ),
    ...missingOutcomes.map(
      ({ method, lower, upper }) => `${method} bounds: ${cellText(lower, precise)} to ${cellText(upper, precise)}`,
    ),
    ...(recording === undefined
      ? []
      : [
          `if records miss events: ${cellText(recording.estimate, precise)} (${intervalText(recording.interval, precise).replace(" to ", ", ")})`,
        ]),
  ];
  return said.length === 0 ? [] : [`  ${id}`, ...said.flatMap((text) => wrapped(text, "    - "))];
}
