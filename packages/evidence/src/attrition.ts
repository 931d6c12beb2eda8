/**
 * Whether loss of people from two arms is small and even enough: `pass`, `amber` or `fail`.
 *
 * Pass: at most 20 % lost overall and at most 5 points apart. Amber: at most 40 % and 10 points. Fail beyond.
 * Amber is neither shown harmless nor shown harmful, so the decision table treats it as not assessed: it counts against
 * the level and not against the most the level could be.
 *
 * @param loss shares lost, 0–1, in each arm and over both together
 * @returns the verdict of the test
 * @source default of this toolkit (policy); the published bounds of the US Institute of Education Sciences are tighter
 *   in differential loss as overall loss grows, and replace this when verified
 * @example
 * attritionVerdict({ treated: 0.1, comparison: 0.14, overall: 0.12 }); // "pass"
 * attritionVerdict({ treated: 0.1, comparison: 0.19, overall: 0.15 }); // "amber"
 * attritionVerdict({ treated: 0.1, comparison: 0.21, overall: 0.15 }); // "fail"
 */
export function attritionVerdict(loss: {
  readonly treated: number;
  readonly comparison: number;
  readonly overall: number;
}): "pass" | "amber" | "fail" {
  const differential = Math.abs(loss.treated - loss.comparison);
  const within = (overall: number, apart: number) =>
    loss.overall <= overall + roundingSlack && differential <= apart + roundingSlack;
  if (within(0.2, 0.05)) return "pass";
  return within(0.4, 0.1) ? "amber" : "fail";
}

/** 0.14 − 0.09 is a hair over 0.05 in floating point; a published 5 points must pass. */
const roundingSlack = 1e-9;
