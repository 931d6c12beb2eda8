import { type Columns, integerColumn, withColumns } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import type { Household } from "./households.ts";
import { recordColumns } from "./record-columns.ts";

/**
 * People on the panels' lists, and the adult victim-survivors and children linked to those referred. `panel_quarter` is
 * the quarter of the decision, counted from the programme's first; linked people have none.
 */
export function peopleTable(
  people: readonly SimulatedPerson[],
  households: readonly Household[],
  fields: readonly string[],
): Columns {
  const listed = people.map(({ id, covariates, indexDay }) => ({
    person: id,
    role: "perpetrator",
    age: covariates.age,
    sex: sexOf(covariates.female),
    ethnicity: covariates.ethnicity,
    area: covariates.area,
    risk_level: covariates.riskLevel,
    index_date: indexDay,
    panel_quarter: covariates.quarter,
  }));
  const linked = people.flatMap(({ pathway, covariates }, i) => {
    if (pathway === null) return [];
    const rest = { area: covariates.area, ethnicity: null, risk_level: null, index_date: null, panel_quarter: null };
    const row = (role: string) => (person: { id: string; age: number; female: boolean }) => ({
      person: person.id,
      role,
      age: person.age,
      sex: sexOf(person.female),
      ...rest,
    });
    const { victims, children } = households[i]!;
    return [...victims.map(row("adult-victim-survivor")), ...children.map(row("child"))];
  });
  const rows = [...listed, ...linked];
  return withColumns(recordColumns("people", fields as readonly (keyof (typeof rows)[number])[], rows), {
    panel_quarter: integerColumn(rows.map((row) => row.panel_quarter)),
  });
}

function sexOf(female: boolean): string {
  return female ? "female" : "male";
}
