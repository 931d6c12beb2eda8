import type { TargetTrialPlan, TargetTrialRow, TargetTrialStrategy } from "@likewise/schema";

/**
 * The trial one would have run, beside how it is emulated: the table a reader judges such an analysis by.
 *
 * @param trial    the target trial of a comparison plan
 * @param outcomes ids of the outcomes compared
 * @param covariates known at time zero
 * @returns eight rows in a fixed order
 * @source Hernán and Robins (2016), doi:10.1093/aje/kwv254, table 1
 * @example
 * const strategies = [{ id: "done", completed: "service-rule" }, { id: "not", completed: "service-rule", not: true }];
 * const trial = { strategies, graceDays: 210, timeZero: "stages.started", horizonDays: 365 };
 * targetTrialTable(trial, { outcomes: ["arrest"], covariates: ["age"] })[1].trial; // "meet completion rule service-rule within 210 days; do not meet completion rule service-rule within 210 days"
 */
export function targetTrialTable(
  trial: TargetTrialPlan,
  { outcomes, covariates }: { outcomes: readonly string[]; covariates: readonly string[] },
): TargetTrialRow[] {
  const { strategies, graceDays, timeZero, horizonDays, intervalDays = 1 } = trial;
  const known = covariates.length === 0 ? "nothing" : covariates.join(", ");
  return [
    {
      element: "eligibility",
      trial: `people who could follow either strategy on the day of ${timeZero}`,
      emulation: "the same people, by the eligibility rules of the cohort",
    },
    {
      element: "strategies",
      trial: strategies.map((strategy) => strategyInWords(strategy, graceDays)).join("; "),
      emulation: "the same, by recorded sessions and completions",
    },
    {
      element: "assignment",
      trial: "at random, known to the people",
      emulation: `everybody copied to each strategy they could still follow; leaving it is taken to be by chance given ${known}`,
    },
    {
      element: "time zero",
      trial: "the day of assignment",
      emulation: `the day of ${timeZero}, for every copy, so that no time is immortal`,
    },
    {
      element: "follow-up",
      trial: `until the outcome, the end of observation, or day ${horizonDays}`,
      emulation: "the same, and until the copy leaves its strategy",
    },
    {
      element: "outcome",
      trial: outcomes.join(", "),
      emulation: "the same, from records",
    },
    {
      element: "contrast",
      trial: `risk by day ${horizonDays} had everybody followed the first strategy, less that of the second`,
      emulation: "the same, of the same people",
    },
    {
      element: "analysis",
      trial: "Kaplan–Meier by strategy assigned",
      emulation: `Kaplan–Meier of copies weighted by one over the probability of still following, modelled in intervals of ${intervalDays} ${intervalDays === 1 ? "day" : "days"}; interval by resampling people`,
    },
  ];
}

/** What following the strategy means, from its parts. */
export function strategyInWords({ label, completed, sessions, not }: TargetTrialStrategy, graceDays: number): string {
  if (label !== undefined) return label;
  if (completed !== undefined)
    return `${not ? "do not meet" : "meet"} completion rule ${completed} within ${graceDays} days`;
  return `attend ${not ? "fewer than" : "at least"} ${sessions} sessions within ${graceDays} days`;
}
