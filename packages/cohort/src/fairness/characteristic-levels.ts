import { type Cohort, calendarDate, cell, naturalOrder, protectedCharacteristics } from "@likewise/schema";
import { notRecorded } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";
import type { People } from "../people/people.ts";

/** A characteristic people are counted by, and the level each unit is in. */
export interface CharacteristicLevels {
  readonly field: string;
  readonly label: string;
  /** In order: ages ascending, else natural; answers that say nothing last. */
  readonly levels: readonly string[];
  readonly levelOf: (unit: number) => string;
}

/** Answers that name no group, in the order they are shown: counted beside the others, compared with nobody. */
const namesNoGroup: readonly string[] = [
  "unknown",
  "not-known",
  "not-stated",
  "prefer-not-to-say",
  "declined",
  "refused",
  notRecorded,
];

/** Whether an answer names a group, however it is written: "Prefer not to say" does not. */
export function isGroup(level: string): boolean {
  return !namesNoGroup.includes(written(level));
}

function written(level: string): string {
  return level
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
}

const defaultAgeBands = [18, 25, 35, 45, 55, 65];

/**
 * The characteristics of people a study can show: those the plan names, or every protected characteristic recorded.
 * Ages are banded. Where only a year of birth is recorded, age is that reached in the year of `dayOf`.
 *
 * @param dayOf day an age is of, whole days since 1970-01-01; null makes it unknown
 */
export function characteristicLevels(
  cohort: Cohort,
  people: People,
  units: readonly number[],
  dayOf: (unit: number) => number | null,
): CharacteristicLevels[] {
  const { columns } = people.table;
  const known = protectedCharacteristics.map(({ field }) => field);
  const hasAge = columns.age !== undefined || columns.birth_year !== undefined;
  const asked =
    cohort.reach?.characteristics ?? known.filter((field) => field in columns || (field === "age" && hasAge));
  return asked.map((field) => {
    const isAge = field === "age";
    const bands = cohort.reach?.ageBands?.toSorted((a, b) => a - b) ?? defaultAgeBands;
    const levelOf = isAge
      ? (unit: number) => bandOf(ageOf(people, unit, dayOf(unit)), bands)
      : (unit: number) => textAt(columns[field], people.rows[unit]!) ?? notRecorded;
    const found = new Set(units.map(levelOf));
    return {
      field,
      label: protectedCharacteristics.find((entry) => entry.field === field)?.label ?? field,
      levels: [
        ...[...found].filter(isGroup).sort(naturalOrder),
        ...[...found]
          .filter((level) => !isGroup(level))
          .sort((a, b) => namesNoGroup.indexOf(written(a)) - namesNoGroup.indexOf(written(b)) || naturalOrder(a, b)),
      ],
      levelOf,
    };
  });
}

function ageOf({ table, rows }: People, unit: number, day: number | null): number | null {
  const { age, birth_year } = table.columns;
  const row = rows[unit]!;
  const recorded = age === undefined ? null : cell(age, row);
  if (typeof recorded === "number") return recorded;
  const born = birth_year === undefined ? null : cell(birth_year, row);
  return typeof born !== "number" || day === null ? null : calendarDate(day).year - born;
}

/** "18-24", "65+", "0-17"; bands begin at their first age. */
function bandOf(age: number | null, bands: readonly number[]): string {
  if (age === null || age < 0) return notRecorded;
  const first = bands.filter((start) => start <= age).at(-1) ?? 0;
  const next = bands.find((start) => start > age);
  return next === undefined ? `${first}+` : `${first}-${next - 1}`;
}
