import {
  type Anchors,
  type Columns,
  categoriesOf,
  columnsOf,
  dateColumn,
  indexStage,
  integerColumn,
  isPresent,
  type Observation,
} from "@likewise/schema";

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
  const anchorOf = firstDates(anchors, stage);
  const { unit: units, searched, found, from, to } = observation.columns;
  return Array.from(units.values, (unit, row) => ({
    unit,
    anchor: anchorOf.get(unit) ?? null,
    searched: searched.values[row] === 1,
    found: found.values[row] === 1,
    from: isPresent(from, row) ? from.values[row]! : null,
    to: isPresent(to, row) ? to.values[row]! : null,
  }));
}

/** Anchors in the form the engine takes. */
export function engineAnchors(people: readonly PersonObserved[]): Columns {
  return columnsOf({
    unit: integerColumn(people.map(({ unit }) => unit)),
    date: dateColumn(people.map(({ anchor }) => anchor)),
  });
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

function firstDates({ table }: Anchors, stage: string): Map<number, number> {
  const stages = categoriesOf(table, "stage");
  const { unit, date } = table.columns;
  const code = stages.levels.indexOf(stage);
  const first = new Map<number, number>();
  for (let row = 0; row < table.numRows; row++) {
    if (stages.values[row] !== code || !isPresent(date, row)) continue;
    const day = date.values[row]!;
    const standing = first.get(unit.values[row]!);
    if (standing === undefined || day < standing) first.set(unit.values[row]!, day);
  }
  return first;
}
