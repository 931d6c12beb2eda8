import type { DecisionReading, Results } from "@likewise/schema";
import { decisionRules } from "./decision-rules.ts";

/** What may be done with a programme, in the order of the page. */
const options = ["continue", "vary", "pause", "test"] as const;

/**
 * What in these results speaks for continuing, varying, pausing and testing a programme, and what each rests on that
 * was not measured. A reading and no advice: nothing is weighed up, and every option stands there, reasons or none.
 *
 * @param results after disclosure: a rule that would quote a withheld number does not hold
 * @returns one reading an option, always all four
 */
export function readDecisions(results: Results): DecisionReading[] {
  return options.map((option) => {
    const sentences = (place: "reasons" | "unknown") =>
      decisionRules
        .filter((rule) => rule.option === option && rule.place === place)
        .flatMap((rule) => rule.find(results).map((filling) => ({ rule: rule.id, ...filling, text: null })));
    return { option, reasons: sentences("reasons"), unknown: sentences("unknown") };
  });
}
