import { type Columns, naturalOrder, recordSchema, textColumn, textsOf } from "@likewise/schema";
import { pseudonymToken } from "./pseudonym-token.ts";

/**
 * Tables with every id turned into `ordinal.token`. The ordinal is the place of the id as received in natural order,
 * people first, so that whatever is ordered or broken by ids stays as it was; the token is `pseudonymToken`. Ids that
 * no row of `people` holds follow after.
 *
 * @param tables by name, as ingested
 * @returns new tables; those without an id are the same objects
 */
export function pseudonymise(
  tables: Readonly<Record<string, Columns>>,
  key: Uint8Array,
): Readonly<Record<string, Columns>> {
  const idsByKind = new Map<string, Set<string>>();
  const inOrder = Object.entries(tables).sort(([a], [b]) => Number(b === "people") - Number(a === "people"));
  const peopleIds = new Set<string>();
  for (const [table, columns] of inOrder) {
    for (const { field, kind } of idFields(table)) {
      if (columns.columns[field] === undefined) continue;
      const ids = idsByKind.get(kind) ?? new Set();
      idsByKind.set(kind, ids);
      for (const id of idsOf(columns, field)) if (id !== null) ids.add(id);
      if (table === "people") for (const id of ids) peopleIds.add(id);
    }
  }
  const pseudonyms = new Map([...idsByKind].map(([kind, ids]) => [kind, pseudonymsOf(key, kind, ids, peopleIds)]));
  return Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [table, replaced(table, columns, pseudonyms)]),
  );
}

/**
 * Fields that hold ids, and what they name: a person in whatever role, else what the field is called. A worker is a
 * person too, as a link to a worker names one where another person would stand.
 */
function idFields(table: string): readonly { readonly field: string; readonly kind: string }[] {
  const { fields, references } = recordSchema(table);
  return fields
    .filter(({ isId }) => isId)
    .map(({ name }) => {
      const person = peopleFields.has(name) || references[name] === "people.person";
      return { field: name, kind: person ? "person" : name };
    });
}

const peopleFields: ReadonlySet<string> = new Set(["person", "victim", "worker"]);

function idsOf(columns: Columns, field: string): readonly (string | null)[] {
  return textsOf(columns, field).values;
}

function pseudonymsOf(
  key: Uint8Array,
  kind: string,
  ids: ReadonlySet<string>,
  people: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const known = (id: string) => kind === "person" && people.has(id);
  const ordered = [...ids].sort((a, b) => Number(known(b)) - Number(known(a)) || naturalOrder(a, b));
  return new Map(ordered.map((id, index) => [id, `${index + 1}.${pseudonymToken(key, kind, id)}`]));
}

function replaced(
  table: string,
  columns: Columns,
  pseudonyms: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Columns {
  const fields = idFields(table).filter(({ field }) => columns.columns[field] !== undefined);
  if (fields.length === 0) return columns;
  const changed = fields.map(({ field, kind }) => {
    const tokens = pseudonyms.get(kind)!;
    return [field, textColumn(idsOf(columns, field).map((id) => (id === null ? null : tokens.get(id)!)))] as const;
  });
  return { ...columns, columns: { ...columns.columns, ...Object.fromEntries(changed) } };
}
