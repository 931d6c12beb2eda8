import { type Profile, rareLevel } from "@likewise/disclosure";
import {
  type ColumnData,
  type Columns,
  categoryColumn,
  cell,
  protectedCharacteristics,
  type StudyPlan,
  withColumns,
} from "@likewise/schema";

/** Fields whose words stand as levels of tables; `cohort.breakdowns` are added. */
const printed: readonly string[] = [
  ...protectedCharacteristics.map(({ field }) => `people.${field}`),
  "people.area",
  "referrals.source",
  "referrals.provider",
  "referrals.area",
  "referrals.mode",
  "selections.reason",
  "sessions.component",
  "sessions.technique",
  "requests.partner",
  "service_use.kind",
  "service_use.timing",
  "service_use.route",
  "abuse.wave",
  "links.contact_status",
  "statuses.status",
];

/**
 * Tables in which a word that hardly anybody has is one of "other (rarer values)": the name of a level is printed however
 * well its count is withheld, and may be a person's name by mistake. Fields that a rule of the plan reads stay as they are.
 */
export function pooledTables(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
  { threshold }: Profile,
): Readonly<Record<string, Columns>> {
  const read = new Set((plan.cohort.target?.rules ?? []).map(({ field }) => field));
  const fields = [...printed, ...(plan.cohort.breakdowns ?? [])].filter((field) => !read.has(field));
  const pooled = { ...tables };
  for (const reference of fields) {
    const [name, field] = reference.split(".") as [string, string];
    const table = pooled[name];
    const column = table?.columns[field];
    if (table === undefined || (column?.type !== "category" && column?.type !== "text")) continue;
    const rare = rareValues(column, table.columns.person, threshold);
    if (rare.size > 0) pooled[name] = withColumns(table, { [field]: withoutValues(column, rare) });
  }
  return pooled;
}

function rareValues(column: ColumnData, person: ColumnData | undefined, threshold: number): ReadonlySet<string> {
  const people = new Map<string, Set<string>>();
  for (let row = 0; row < column.values.length; row++) {
    const value = cell(column, row);
    if (value === null) continue;
    const who = people.get(String(value)) ?? new Set<string>();
    people.set(String(value), who);
    // Enough people are enough: a common value is not counted to its end.
    if (who.size < threshold) who.add(String(person === undefined ? row : cell(person, row)));
  }
  return new Set([...people].flatMap(([value, who]) => (who.size < threshold ? [value] : [])));
}

function withoutValues(column: ColumnData, rare: ReadonlySet<string>): ColumnData {
  return categoryColumn(
    Array.from({ length: column.values.length }, (_, row) => {
      const value = cell(column, row);
      return value === null ? null : rare.has(String(value)) ? rareLevel : String(value);
    }),
  );
}
