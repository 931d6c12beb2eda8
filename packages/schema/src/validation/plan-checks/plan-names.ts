import type { StudyPlan, TableSource } from "../../generated/types.ts";
import { covariatesOfPeople } from "../../records/covariate-names.ts";
import { type RecordField, recordFields, recordTables } from "../../records/record-schema.ts";

/** What the parts of a plan may refer to. */
export interface PlanNames {
  readonly outcomes: readonly string[];
  /** Fields each table will have: mapped, constant, a further covariate, or the person a linkage gives. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** What may serve as a covariate: of people, worked out from events, or a first score. */
  readonly covariates: readonly string[];
}

export function planNames(plan: StudyPlan): PlanNames {
  const linked = (plan.data.linkage ?? []).map(({ table }) => table);
  const fields = new Map(
    Object.entries(plan.data.tables).map(([table, source]) => {
      return [table, [...(linked.includes(table) ? ["person"] : []), ...mappedFields(source)]];
    }),
  );
  const { own, derived } = covariatesOfPeople(fields.get("people") ?? [], plan.cohort);
  const ofPeople = [...own.filter((field) => !isDate(plan, field)), ...derived];
  return {
    outcomes: plan.outcomes.map(({ id }) => id),
    fields,
    covariates: [
      ...ofPeople,
      ...(plan.cohort.baseline ?? []).map(({ id }) => id),
      ...(plan.measures ?? []).flatMap(({ covariate }) => covariate?.name ?? []),
    ],
  };
}

/** The declaration of `table.field`, or null where the plan maps no such field or the record has none. */
export function declaredField(names: PlanNames, reference: string): RecordField | null {
  const [table, field] = splitReference(reference);
  if (!names.fields.get(table)?.includes(field) || !recordTables.includes(table)) return null;
  return recordFields(table).find(({ name }) => name === field) ?? null;
}

export function splitReference(reference: string): readonly [table: string, field: string] {
  const dot = reference.indexOf(".");
  return dot < 0 ? [reference, ""] : [reference.slice(0, dot), reference.slice(dot + 1)];
}

/** A day is neither a number nor a code: no covariate. */
function isDate({ data }: StudyPlan, name: string): boolean {
  const column = data.tables.people?.covariates?.[name];
  return typeof column === "object" && column.type === "date";
}

function mappedFields({ columns, constants, covariates }: TableSource): string[] {
  return [...Object.keys(columns), ...Object.keys(constants ?? {}), ...Object.keys(covariates ?? {})];
}
