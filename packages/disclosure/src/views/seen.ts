import type { Table } from "@likewise/schema";
import { type SeenRelation, seenRelations } from "../relations/seen-relations.ts";
import type { CountId, Reader } from "./readings.ts";

/** What tables show when they are laid side by side, beyond what they say of themselves. */
export function readSeen(tables: readonly Table[], read: Reader): void {
  const relations = seenRelations(tables);
  // Counts that are one first, so that what is left over between two of them is counted once.
  for (const relation of relations)
    if (relation.kind === "equal") read.same(read.printed(relation.one), read.printed(relation.other));
  for (const relation of relations) readRelation(relation, read);
}

function readRelation(relation: SeenRelation, read: Reader): void {
  if (relation.kind === "within") read.rest(read.printed(relation.whole), [read.printed(relation.part)]);
  if (relation.kind === "sum") readSum(relation.plus.map(read.printed), relation.minus.map(read.printed), read);
}

function readSum(plus: readonly CountId[], minus: readonly CountId[], read: Reader): void {
  const [few, many] = plus.length <= minus.length ? [plus, minus] : [minus, plus];
  // Numbers that come to nothing without any taken away are all nothing.
  if (few.length === 0) for (const id of many) read.known(id);
  else if (few.length === 1) read.sum(few[0]!, many);
  else for (const parts of [few, many]) read.sum(read.together(plus), parts);
}
