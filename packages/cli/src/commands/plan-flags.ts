import { type PlanningField, type PlanningInput, type PlanningUnit, planningFields } from "@likewise/schema";

/** One thing `plan` can be told: as an option, or by the same name in a file. */
export interface PlanFlag {
  /** As typed after two dashes. */
  readonly flag: string;
  /** `perYear` becomes `people` once the months are known. */
  readonly id: keyof PlanningInput | "perYear";
  readonly unit: PlanningUnit;
  readonly describe: string;
}

const perYear: PlanFlag = {
  flag: "people-a-year",
  id: "perYear",
  unit: "people",
  describe: "the same as a rate, in place of --people",
};

/** In the order of the help: what a plan rests on, and people as a rate beside people. */
export const planFlags: readonly PlanFlag[] = planningFields.flatMap((field): PlanFlag[] => {
  const { id, option: flag, unit } = field;
  const own = { flag, id, unit, describe: `${field.describe}${defaultText(field)}` };
  return id === "people" ? [own, perYear] : [own];
});

/** What is taken where nothing is stated, as it would be typed; nothing where that rests on what else is stated. */
function defaultText({ unit, assume }: PlanningField): string {
  const value = unit === "answer" ? undefined : assume?.({});
  if (typeof value !== "number" && typeof value !== "string") return "";
  return ` (default: ${unit === "share" ? Math.round(100 * Number(value)) : value})`;
}
