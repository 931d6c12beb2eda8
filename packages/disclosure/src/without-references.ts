import { type Reason, type Results, resultKey } from "@likewise/schema";

/**
 * Results in which nothing leads to tables that are not published: their keys, alone or with a cell, go from every list;
 * so does a sentence with such a slot. What an appraisal called reported, and rested on nothing else, is not.
 *
 * @param gone ids of tables
 */
export function withoutReferences(results: Results, gone: readonly string[]): Results {
  if (gone.length === 0) return results;
  const isLeft = (id: string) => !gone.includes(id);
  const keys = gone.map((id) => `tables/${resultKey(id)}`);
  const leads = (text: unknown) =>
    typeof text === "string" && keys.some((key) => text === key || text.startsWith(`${key}/`));
  const left = without(results, leads) as Results;
  return {
    ...left,
    ...(left.warnings === undefined
      ? {}
      : { warnings: left.warnings.map((one) => ({ ...one, tables: one.tables.filter(isLeft) })) }),
    measures: left.measures.map((measure) => ({ ...measure, tables: measure.tables.filter(isLeft) })),
    tables: left.tables.map((table) => ({ ...table, linked: table.linked.filter(isLeft) })),
  };
}

function without(node: unknown, leads: (text: unknown) => boolean): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node))
    return node.filter((each) => !leads(each) && !rests(each, leads)).map((each) => without(each, leads));
  const left = Object.fromEntries(Object.entries(node).map(([name, child]) => [name, without(child, leads)]));
  return lost(node, left)
    ? { ...left, status: "not-reported", because: [{ ...left.because[0], text: notSeen }] }
    : left;
}

const notSeen = "what it rests on is not shown, to protect the people counted";

/** Whether a dimension of an appraisal has nothing left to point to. */
function lost(before: object, after: Readonly<Record<string, unknown>>): after is { because: Reason[] } {
  const keys = "keys" in before && Array.isArray(before.keys) ? before.keys : [];
  return after.status === "reported" && keys.length > 0 && (after.keys as unknown[]).length === 0;
}

/** Whether a sentence has a slot that leads there: it cannot be said without. */
function rests(node: unknown, leads: (text: unknown) => boolean): boolean {
  if (typeof node !== "object" || node === null || !("slots" in node)) return false;
  return Object.values(node.slots as Readonly<Record<string, unknown>>).some(leads);
}
