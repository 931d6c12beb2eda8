/**
 * What became of one score: every item it needs answered; some missing, and the rest stand for them as the definition
 * allows; too many missing; or the questionnaire holds an answer that cannot be one.
 */
export const scoreStates = ["complete", "missing", "prorated", "refused"] as const;

export type ScoreState = (typeof scoreStates)[number];

export const stateCodes = { complete: 0, missing: 1, prorated: 2, refused: 3 } as const satisfies Record<
  ScoreState,
  number
>;
