import { type Estimate, exact, isWithheld, type Outcome, type PrecisionStatus } from "@likewise/schema";
import { fewEvents, fewTreated } from "../few-people.ts";

/**
 * Whether so many people could show the smallest effect of interest. Size never changes the level, so this stands beside
 * it. The numbers themselves stand with the estimate (`precision`).
 *
 * @param estimate the one that decides its outcome
 * @param outcome as declared, with the smallest effect of interest where there is one
 * @returns `adequate` when the smallest difference 80 % of such studies would find is at most that effect, `low` when at
 *   most twice it, `very-low` beyond or where no difference at all would be found so often
 * @source evaluation design table: power status beside the level; the factor of two is a default of this toolkit
 */
export function precisionStatus(estimate: Estimate, outcome: Outcome | undefined): PrecisionStatus {
  const smallestEffect = outcome?.smallestEffect ?? null;
  const { treated, precision } = estimate;
  const below = (figure: typeof treated.n | null, least: number) =>
    figure !== null && !isWithheld(figure) && exact(figure) < least;
  return {
    estimate: estimate.id,
    power: power(precision, smallestEffect),
    smallestEffect,
    flags: [
      ...(below(treated.n, fewTreated) ? ["few-treated" as const] : []),
      ...(below(treated.events, fewEvents) ? ["few-events" as const] : []),
    ],
  };
}

function power(precision: Estimate["precision"], smallestEffect: number | null): PrecisionStatus["power"] {
  if (precision == null || smallestEffect === null) return "not-known";
  const { detectableDifference } = precision;
  if (detectableDifference === null) return "very-low";
  if (isWithheld(detectableDifference)) return "not-known";
  const times = exact(detectableDifference) / smallestEffect;
  if (times <= 1) return "adequate";
  return times <= 2 ? "low" : "very-low";
}
