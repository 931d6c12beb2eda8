/** What is taken off benefits, and put on costs, for how well an input is known. */
export interface EvidenceGrade {
  readonly grade: 1 | 2 | 3 | 4 | 5 | 6;
  readonly population: string;
  readonly effect: string;
  readonly age: string;
  readonly knownError: string;
  readonly cost: string;
  readonly correction: number;
}

/**
 * The correction for quality of evidence of the guidance for local partnerships. Its figures were written from memory: they are
 * used only when asked for, and said to be unverified wherever they are.
 *
 * @source HM Treasury, PSTN and GMCA (2014), Supporting public service transformation: cost benefit analysis guidance for local
 *   partnerships; status RECALLED
 */
export const evidenceCorrection: {
  readonly status: "RECALLED";
  readonly source: string;
  readonly grades: readonly EvidenceGrade[];
} = {
  status: "RECALLED",
  source:
    "Supporting public service transformation: cost benefit analysis guidance for local partnerships (HM Treasury, PSTN and GMCA, 2014)",
  grades: [
    grade(1, "agency systems", "UK randomised trial", "under 1 year", "±2 %", "independently audited", 0),
    grade(2, "local statistics", "international randomised trial", "1-2 years", "±5 %", "formal contract costs", 0.05),
    grade(
      3,
      "national analysis, similar areas",
      "independent monitoring, robust plan",
      "2-3 years",
      "±10 %",
      "practitioner-monitored costs",
      0.1,
    ),
    grade(
      4,
      "generic national analysis",
      "practitioner monitoring, robust plan",
      "3-4 years",
      "±15 %",
      "ready reckoners",
      0.15,
    ),
    grade(
      5,
      "international analysis",
      "secondary evidence, similar intervention",
      "4-5 years",
      "±20 %",
      "benchmarked from similar work",
      0.25,
    ),
    grade(
      6,
      "judgement without support",
      "judgement without support",
      "over 5 years",
      "±25 %",
      "judgement without support",
      0.4,
    ),
  ],
};

function grade(
  number: EvidenceGrade["grade"],
  population: string,
  effect: string,
  age: string,
  knownError: string,
  cost: string,
  correction: number,
): EvidenceGrade {
  return { grade: number, population, effect, age, knownError, cost, correction };
}

/**
 * The correction of the worst of an input's grades.
 *
 * @param grades one or more, 1 to 6
 * @throws RangeError when there is none, or one is not from 1 to 6
 * @example
 * correctionFor([2, 4]); // 0.15
 */
export function correctionFor(grades: readonly number[]): number {
  const worst = evidenceCorrection.grades.find((one) => one.grade === Math.max(...grades));
  if (worst === undefined || grades.some((one) => one < 1)) {
    throw new RangeError(`correctionFor: grades must be one or more, from 1 to 6, got ${grades.join(", ")}`);
  }
  return worst.correction;
}
