import {
  type Anchors,
  type Columns,
  categoriesOf,
  columnsOf,
  type DateColumn,
  dateColumn,
  type IntegerColumn,
  indexStage,
  integerColumn,
  isPresent,
  type Observation,
} from "@likewise/schema";
import { rowOfUnit } from "./row-of-unit.ts";

/** One person's anchor day and what is known of them in the source of events. */
export interface PersonObserved {
  readonly unit: number;
  /** null where the stage is not reached or has no date. */
  readonly anchor: number | null;
  readonly searched: boolean;
  readonly found: boolean;
  /** First and last day an event of theirs would show; null where not found or not declared. */
  readonly from: number | null;
  readonly to: number | null;
}

/** People analysed, by unit, with the first date they reached a stage. */
export function peopleObserved(
  anchors: Anchors,
  observation: Observation,
  stage = indexStage,
): readonly PersonObserved[] {
  const { unit: units, searched, found, from, to } = observation.columns;
  const anchorOf = firstDates(anchors, stage, units.values);
  const people = new Array<PersonObserved>(units.values.length);
  for (let row = 0; row < people.length; row++) {
    people[row] = {
      unit: units.values[row]!,
      anchor: anchorOf[row]!,
      searched: searched.values[row] === 1,
      found: found.values[row] === 1,
      from: isPresent(from, row) ? from.values[row]! : null,
      to: isPresent(to, row) ? to.values[row]! : null,
    };
  }
  return people;
}

/** Anchors in the form the engine takes. */
export function engineAnchors(people: readonly PersonObserved[]): Columns {
  return columnsOf({
    unit: unitsOf(people),
    date: daysOf(people, ({ anchor }) => anchor),
  });
}

export function unitsOf(people: readonly PersonObserved[]): IntegerColumn {
  const units = new Int32Array(people.length);
  for (let row = 0; row < people.length; row++) units[row] = people[row]!.unit;
  return integerColumn(units);
}

/** A day of each person, or null: filled in place, as lists of a million days cost more than counting the events in them. */
export function daysOf(
  people: readonly PersonObserved[],
  dayOf: (person: PersonObserved) => number | null,
): DateColumn {
  const days = new Int32Array(people.length);
  const valid = new Uint8Array(people.length);
  for (let row = 0; row < people.length; row++) {
    const day = dayOf(people[row]!);
    if (day === null) continue;
    days[row] = day;
    valid[row] = 1;
  }
  return dateColumn(days, valid);
}

/** The unit of each id among the people analysed. */
export function unitsById(anchors: Anchors): ReadonlyMap<string, number> {
  const { unit, id } = anchors.table.columns;
  return new Map(id.values.map((text, row) => [text, unit.values[row]!]));
}

/** The people analysed, by id. */
export function peopleById(anchors: Anchors, people: readonly PersonObserved[]): ReadonlyMap<string, PersonObserved> {
  const personOf = new Map(people.map((person) => [person.unit, person]));
  return new Map([...unitsById(anchors)].map(([id, unit]) => [id, personOf.get(unit)!]));
}

/** First date each unit reached a stage; null where it did not, or on no known day. */
function firstDates({ table }: Anchors, stage: string, units: Int32Array): (number | null)[] {
  const stages = categoriesOf(table, "stage");
  const { unit, date } = table.columns;
  const code = stages.levels.indexOf(stage);
  const rowOf = rowOfUnit(units);
  const first = new Array<number | null>(units.length).fill(null);
  for (let row = 0; row < table.numRows; row++) {
    if (stages.values[row] !== code || !isPresent(date, row)) continue;
    const place = rowOf(unit.values[row]!);
    if (place === undefined) continue;
    const day = date.values[row]!;
    const standing = first[place]!;
    if (standing === null || day < standing) first[place] = day;
  }
  return first;
}
