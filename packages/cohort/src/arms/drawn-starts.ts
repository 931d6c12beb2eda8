import { parseIsoDate, type StudyPlan } from "@likewise/schema";
import { pseudoStartDates } from "../index/pseudo-start-dates.ts";
import type { StagesReached } from "../pathway/stages-reached.ts";
import type { People } from "../people/people.ts";
import type { ArmDecisions } from "./assign-arms.ts";
import type { IndexDates } from "./index-dates.ts";

/** Index dates on the day of a start, and who has none. */
export interface DrawnStarts {
  readonly index: IndexDates;
  /** Why a person has no such day; null where they have. */
  readonly leftOut: (unit: number) => string | null;
}

/**
 * Follow-up from the start (`cohort.pseudoStarts`): of treated people the day they reached the stage, of comparison
 * people their index date and a delay drawn from those of treated people. Events while waiting do not keep anybody from
 * starting, so none of them ends the wait; only the extract date does.
 *
 * @returns the index dates as they are where the plan asks for nothing
 */
export function drawnStarts(
  plan: StudyPlan,
  people: People,
  arms: ArmDecisions,
  index: IndexDates,
  reached: StagesReached,
): DrawnStarts {
  const asked = plan.cohort.pseudoStarts;
  if (asked === undefined) return { index, leftOut: () => null };
  const started = reached.get(asked.stage);
  const startOf = (unit: number) => started?.get(unit)?.day ?? null;
  const units = Array.from(people.ids.keys());
  const inArm = (arm: "treated" | "comparison") =>
    units.filter((unit) => arms.state[unit] === arm && index.day[unit] !== null);
  const treated = inArm("treated").map((unit) => ({ referralDay: index.day[unit]!, startDay: startOf(unit) }));
  const comparison = inArm("comparison");
  const fits = treated.some(({ referralDay, startDay }) => startDay !== null && startDay >= referralDay);
  const observedTo = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const drawn = fits
    ? pseudoStartDates({
        treated,
        comparison: comparison.map((unit) => ({
          id: people.ids[unit]!,
          referralDay: index.day[unit]!,
          eventDay: null,
          observedTo,
        })),
        seed: plan.seed ?? 1,
        notAtRisk: asked.notAtRisk ?? "leave-out",
      }).starts
    : [];
  const drawnOf = new Map(comparison.map((unit, at) => [unit, drawn[at]]));
  const dayOf = (unit: number) => {
    if (arms.state[unit] !== "treated") return drawnOf.get(unit)?.startDay ?? null;
    const [referral, start] = [index.day[unit]!, startOf(unit)];
    return referral === null || start === null || start < referral ? null : start;
  };
  return {
    index: { ...index, day: units.map(dayOf) },
    leftOut: (unit) => {
      if (dayOf(unit) !== null) return null;
      if (arms.state[unit] !== "treated") return drawnOf.get(unit)?.leftOut ?? "no-index-date";
      return startOf(unit) === null ? `not-${asked.stage}` : `${asked.stage}-before-index-date`;
    },
  };
}
