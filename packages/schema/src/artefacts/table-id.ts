import type { Table } from "../generated/types.ts";
import { type TableForm, type TableSubject, tableForms } from "./table-forms.ts";

/** A form with a place for a name asks for one; any other takes none. */
type NameFor<Form extends TableForm> = Form extends `${string}*${string}` ? [name: string] : [];

/**
 * The id of a table of a form.
 *
 * @param name what tells it from other tables of the form, where the form has a `*`
 * @example
 * tableId("reach-ratio-*", "age"); // "reach-ratio-age"
 * tableId("spend"); // "spend"
 */
export function tableId<Form extends TableForm>(form: Form, ...[name = ""]: NameFor<Form>): string {
  return form.replace("*", () => name);
}

/**
 * The form of a table's id; null of one that is of no known form. Where several fit, it is the one that says most of it.
 *
 * @example
 * formOfTable({ id: "reach-ratio-age" }); // "reach-ratio-*"
 */
export function formOfTable(table: Pick<Table, "id">): TableForm | null {
  return kindOf(table)?.form ?? null;
}

/**
 * Whether a table is of a form.
 *
 * @example
 * isTable({ id: "reach-ratio-age" }, "reach-ratio-*"); // true
 * isTable({ id: "reach-ratio-age" }, "reach-*"); // false
 */
export function isTable(table: Pick<Table, "id">, form: TableForm): boolean {
  return formOfTable(table) === form;
}

/**
 * What a table is about; null of one that is of no known form.
 *
 * @example
 * subjectOfTable({ id: "reach-by-role" }); // "attendance"
 */
export function subjectOfTable(table: Pick<Table, "id">): TableSubject | null {
  return kindOf(table)?.subject ?? null;
}

/**
 * What stands in a table's id for the `*` of its form; null of a table of another form.
 *
 * @example
 * nameOfTable({ id: "safety-abuse-present-worker" }, "safety-abuse-present-*"); // "worker"
 */
export function nameOfTable(table: Pick<Table, "id">, form: TableForm): string | null {
  return isTable(table, form) ? nameIn(table.id, form) : null;
}

interface Kind {
  readonly form: TableForm;
  readonly subject: TableSubject;
}

/** Forms that say most come first. */
const kinds: readonly Kind[] = (Object.keys(tableForms) as TableSubject[])
  .flatMap((subject) => tableForms[subject].map((form): Kind => ({ form, subject })))
  .sort((a, b) => said(b.form) - said(a.form));

function said(form: TableForm): number {
  return form.includes("*") ? form.length - 1 : Number.MAX_SAFE_INTEGER;
}

function kindOf({ id }: Pick<Table, "id">): Kind | undefined {
  return kinds.find(({ form }) => nameIn(id, form) !== null);
}

function nameIn(id: string, form: TableForm): string | null {
  const [start, end] = form.split("*") as [string, string | undefined];
  if (end === undefined) return id === form ? "" : null;
  const fits = id.length > start.length + end.length && id.startsWith(start) && id.endsWith(end);
  return fits ? id.slice(start.length, id.length - end.length) : null;
}
