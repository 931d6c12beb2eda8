import {
  addMonths,
  booleanColumn,
  booleansOf,
  type Columns,
  cell,
  columnsOf,
  datesOf,
  integerColumn,
  rowsWhere,
  takeRows,
  textsOf,
} from "../../packages/schema/src/index.ts";
import type { SimulatedProgramme } from "../../packages/simulate/src/index.ts";

/**
 * The analysable people of a simulated programme as one flat table: id, arm, covariates of the headline comparison and
 * whether a domestic-abuse crime was recorded in the 12 months after the decision, and in the 12 before.
 *
 * The event counts are those of `offending`, counted here in memory: 2,000 programmes are too many to load one by one.
 * A test holds the two against each other.
 */
export function flatStudy({ tables }: SimulatedProgramme): Columns {
  const people = tables.people!;
  const selections = tables.selections!;
  const ids = textsOf(selections, "person").values;
  const index = datesOf(selections, "decision_date").values;
  const counts = countEvents(tables.events!, ids, index);
  const personRow = new Map(textsOf(people, "person").values.map((id, row) => [id, row]));
  const described = takeRows(
    people,
    Int32Array.from(ids, (id) => personRow.get(id)!),
  );
  const decision = selections.columns.panel_decision!;
  const found = foundPeople(tables.searches!);
  const flat = columnsOf({
    id: textsOf(selections, "person"),
    selected: booleanColumn(ids.map((_, row) => cell(decision, row) === "selected")),
    ...Object.fromEntries(personCovariates.map((name) => [name, described.columns[name]!])),
    ...counts,
    any_da_before: booleanColumn(Array.from(counts.prior_da_12m.values, (count) => count > 0)),
    any_da_after: booleanColumn(Array.from(counts.da_after_12m.values, (count) => count > 0)),
  });
  const age = described.columns.age!;
  return takeRows(
    flat,
    rowsWhere(flat, (row) => found.has(ids[row]!) && Number(cell(age, row)) >= 18),
  );
}

const personCovariates = ["age", "sex", "ethnicity", "area", "risk_level", "panel_quarter"];

function foundPeople(searches: Columns): Set<string> {
  const found = booleansOf(searches, "found").values;
  return new Set(textsOf(searches, "person").values.filter((_, row) => found[row] === 1));
}

/** Recorded crimes in windows around each index date, by a single pass over the events. */
function countEvents(events: Columns, ids: readonly string[], index: Int32Array) {
  const zeros = () => new Int32Array(ids.length);
  const [before12, before24, all24, after12] = [zeros(), zeros(), zeros(), zeros()];
  const last = new Int32Array(ids.length).fill(-1);
  const edges = Array.from(
    index,
    (day) => [addMonths(day, -24), addMonths(day, -12), day, addMonths(day, 12)] as const,
  );
  const unit = new Map(ids.map((id, row) => [id, row]));
  const person = textsOf(events, "person").values;
  const day = datesOf(events, "event_date").values;
  const crime = booleansOf(events, "crime").values;
  const domestic = booleansOf(events, "domestic").values;
  const role = events.columns.role!;
  for (let row = 0; row < events.numRows; row++) {
    if (crime[row] === 0 || cell(role, row) === "victim") continue;
    const who = unit.get(person[row]!)!;
    const [twoYearsAgo, yearAgo, decision, yearOn] = edges[who]!;
    const on = day[row]!;
    if (on > twoYearsAgo && on <= decision) all24[who]!++;
    if (domestic[row] === 0) continue;
    if (on > twoYearsAgo && on <= decision) {
      before24[who]!++;
      if (on > yearAgo) before12[who]!++;
      if (on > last[who]!) last[who] = on;
    }
    if (on > decision && on <= yearOn) after12[who]!++;
  }
  return {
    prior_da_12m: integerColumn(before12),
    prior_da_24m: integerColumn(before24),
    prior_all_24m: integerColumn(all24),
    days_since_last_da: integerColumn(Array.from(last, (on, who) => (on < 0 ? null : index[who]! - on))),
    da_after_12m: integerColumn(after12),
  };
}
