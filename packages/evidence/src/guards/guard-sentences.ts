/**
 * Sentences with numbers that findings of guards may show: the wording catalogue of the report has each under its id.
 *
 * @example
 * guardSentences[0]; // "guard-by-arm"
 */
export const guardSentences = [
  "guard-by-arm",
  "guard-selection-alone",
  "guard-selection-alone-range",
  "guard-refused-for-capacity",
  "guard-left-out",
  "guard-few-people",
] as const;

export type GuardSentenceId = (typeof guardSentences)[number];
