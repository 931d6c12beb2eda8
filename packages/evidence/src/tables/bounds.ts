/**
 * Where an answer begins to count against a study. Drop tests, caps, steps that raise a level, facts that need no
 * justification and guards all ask the same question, so each bound stands once; its source stands with its drop test.
 */
export const bounds = {
  /** Share of an arm not treated as assigned. */
  mostCrossover: 0.05,
  /** Share of the treated kept by matching or weighting. */
  leastSupport: 0.8,
  /** p of the density test at a cut-off; at or below it scores bunch. */
  manipulationP: 0.05,
  /** Step in the share treated at a cut-off. */
  leastTakeUpJump: 0.2,
  leastFirstStageF: 10,
  /** p of the joint test of trends before; at or below it the groups were moving apart. */
  preTrendP: 0.1,
  leastPrePeriods: 2,
  leastPointsEachSide: 8,
} as const;
