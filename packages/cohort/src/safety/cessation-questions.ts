import { abuseChange } from "./abuse-change.ts";
import { abuseReporters } from "./abuse-questions.ts";
import { abuseByPair } from "./abuse-records.ts";
import type { SafetyData } from "./safety-data.ts";
import type { SafetyFinding, SafetyQuestion } from "./safety-question.ts";

/**
 * Abuse that had stopped at exit, of the pairs with abuse at intake whose status at exit is known, one question a
 * reporter and never two reporters together. Whoever is not known is counted, and bounds say what share it would be had
 * abuse gone on for all of them, or stopped for all.
 */
export const cessationQuestions: readonly SafetyQuestion[] = abuseReporters.map(
  ({ id, words }): SafetyQuestion => ({
    id: `cessation-${id}`,
    question: "victim-survivors-safer",
    who: "victim-survivors",
    reporter: id,
    definition: `No abuse of any kind at exit as reported by ${words}, of pairs of treated person and victim-survivor with abuse of severity 1 or more at intake by the same account and a known status at exit; every kind present at intake must have been asked about at exit. Unknown counts the other pairs with abuse at intake; bounds take abuse to have gone on for all of them, and to have stopped for all`,
    alwaysShown: false,
    measure: (data) => ceased(data, id),
  }),
);

function ceased(data: SafetyData, reporter: string): SafetyFinding | null {
  const { abuse } = data.tables;
  if (abuse === undefined) return null;
  const changes = [...abuseByPair(abuse, data, reporter).values()].map((records) => abuseChange(records));
  const abused = changes.filter((change) => change !== null && change !== "none-before");
  const known = abused.filter((change) => change !== "unknown");
  if (known.length === 0) return null;
  return {
    numerator: known.filter((change) => change === "ceased").length,
    denominator: known.length,
    unknown: abused.length - known.length,
    isBounded: true,
  };
}
