import type { CloneCensorWeightInput } from "./clone-censor-weight.ts";

type Options = Record<
  "graceDays" | "horizonDays" | "intervalDays" | "deadlineWindowDays" | "replicates" | "level",
  number
>;

/** Lengths agree, nothing missing, options within their range. */
export function checkCloneInput(input: CloneCensorWeightInput, options: Options): void {
  const { time, event, strategies, covariates = [] } = input;
  const { graceDays, horizonDays, intervalDays, deadlineWindowDays, replicates, level } = options;
  const n = time.length;
  requireThat(n > 0, "time must hold at least one person", n);
  requireThat(event.length === n, `event must have length ${n} (people)`, event.length);
  requireThat(isWhole(graceDays, 0), "graceDays must be a whole number >= 0 (days)", graceDays);
  requireThat(horizonDays > 0 && Number.isFinite(horizonDays), "horizonDays must be > 0 (days)", horizonDays);
  requireThat(
    isWhole(intervalDays, 1) && graceDays % intervalDays === 0,
    "intervalDays must be a whole number >= 1 that divides graceDays (days)",
    intervalDays,
  );
  requireThat(
    deadlineWindowDays >= 0 && deadlineWindowDays <= graceDays && (deadlineWindowDays > 0 || graceDays === 0),
    "deadlineWindowDays must be above 0 and at most graceDays (days)",
    deadlineWindowDays,
  );
  requireThat(isWhole(replicates, 1), "replicates must be a whole number >= 1", replicates);
  requireThat(level > 0 && level < 1, "level must lie between 0 and 1 (confidence level)", level);
  requireThat(strategies[0].id !== strategies[1].id, "ids of the strategies must differ", strategies[0].id);
  for (let person = 0; person < n; person++) {
    requireRow(time[person]! >= 0 && Number.isFinite(time[person]!), "time must be >= 0 and finite (days)", person);
    requireRow(event[person] === 0 || event[person] === 1, "event must be 0 or 1", person);
  }
  for (const { id, milestoneDay, leftDay } of strategies) {
    for (const [name, days] of [
      ["milestoneDay", milestoneDay],
      ["leftDay", leftDay],
    ] as const) {
      if (days === undefined) continue;
      requireThat(days.length === n, `${name} of ${id} must have length ${n} (people)`, days.length);
      for (let person = 0; person < n; person++) {
        const day = days[person]!;
        requireRow(day === null || Number.isFinite(day), `${name} of ${id} must be finite or null (days)`, person);
      }
    }
  }
  for (const covariate of covariates) {
    const values = covariate.kind === "number" ? covariate.values : covariate.codes;
    requireThat(values.length === n, `${covariate.name} must have length ${n} (people)`, values.length);
    for (let person = 0; person < n; person++)
      requireRow(Number.isFinite(values[person]!), `${covariate.name} must be finite with none missing`, person);
  }
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function requireThat(holds: boolean, what: string, got: unknown): void {
  if (!holds) throw new RangeError(`cloneCensorWeight: ${what}, got ${got}`);
}

/** Values of people stay out of messages; their place in the array does not. */
function requireRow(holds: boolean, what: string, row: number): void {
  if (!holds) throw new RangeError(`cloneCensorWeight: ${what}, person ${row} (from 0) is not`);
}
