import { type Columns, categoryColumn, columnsOf, integerColumn, numberColumn, textColumn } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import type { Household } from "./households.ts";

interface Row {
  readonly person: string;
  readonly role: "perpetrator" | "adult-victim-survivor" | "child";
  readonly age: number;
  readonly female: boolean;
  readonly area: string;
  readonly ethnicity: string | null;
  readonly riskLevel: string | null;
  readonly quarter: number | null;
}

/** People on the panels' lists, and the adult victim-survivors and children linked to those referred. */
export function peopleTable(people: readonly SimulatedPerson[], households: readonly Household[]): Columns {
  const rows: Row[] = people.map(({ id, covariates }) => ({
    person: id,
    role: "perpetrator",
    age: covariates.age,
    female: covariates.female,
    area: covariates.area,
    ethnicity: covariates.ethnicity,
    riskLevel: covariates.riskLevel,
    quarter: covariates.quarter,
  }));
  for (const [i, { pathway, covariates }] of people.entries()) {
    if (pathway === null) continue;
    const linked = { area: covariates.area, ethnicity: null, riskLevel: null, quarter: null };
    for (const { id, age, female } of households[i]!.victims) {
      rows.push({ person: id, role: "adult-victim-survivor", age, female, ...linked });
    }
    for (const { id, age, female } of households[i]!.children) {
      rows.push({ person: id, role: "child", age, female, ...linked });
    }
  }
  return columnsOf({
    person: textColumn(rows.map((row) => row.person)),
    role: categoryColumn(rows.map((row) => row.role)),
    age: numberColumn(rows.map((row) => row.age)),
    sex: textColumn(rows.map((row) => (row.female ? "female" : "male"))),
    ethnicity: textColumn(rows.map((row) => row.ethnicity)),
    area: textColumn(rows.map((row) => row.area)),
    risk_level: textColumn(rows.map((row) => row.riskLevel)),
    index_quarter: integerColumn(rows.map((row) => row.quarter)),
  });
}
