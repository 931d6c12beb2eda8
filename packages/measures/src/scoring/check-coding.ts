import type { MeasureDefinition } from "@likewise/schema";
import { normalQuantile } from "@likewise/stats";
import { itemNumbers } from "../definition/item-numbers.ts";
import { correlation } from "../reliability/correlation.ts";
import type { ItemValues } from "./item-values.ts";

/** Whether answers look coded as stated, judged by whether items go together. */
export interface CodingCheck {
  /** complete questionnaires it was judged by */
  readonly rows: number;
  /** another way of coding under which items go together and under the stated one they do not; null where none */
  readonly looksLike: string | null;
  /** correlation of the items in doubt with the others, scored as stated, for each other way of coding */
  readonly alternatives: readonly { readonly coding: string; readonly correlation: number }[];
}

/**
 * Looks for a file that was reversed before, or whose items stand in another order.
 *
 * For each other way of coding, the items it would turn are added up and correlated with all others. Turned the wrong way
 * they go against the rest; turning them changes the sign of that correlation and nothing else, so a correlation clearly
 * below 0 (its 99.9 % limit, Fisher's z) speaks for the other way. With fewer than ten complete questionnaires nothing is said.
 */
export function checkCoding({
  definition,
  read,
  reverse,
  order,
}: {
  readonly definition: MeasureDefinition;
  readonly read: ItemValues;
  readonly reverse: readonly number[];
  readonly order: string | null;
}): CodingCheck {
  const items = itemNumbers(definition, "all");
  const ways = otherWays(definition, reverse, order);
  const rows = ways.length === 0 ? [] : completeRows(read);
  if (rows.length < fewestRows) return { rows: rows.length, looksLike: null, alternatives: [] };
  const judged = ways.flatMap((way) => {
    const doubtful = items.filter((item) => reverse.includes(item) !== way.reverse.includes(item));
    const others = items.filter((item) => !doubtful.includes(item));
    const found = correlation(sums(read, rows, doubtful), sums(read, rows, others));
    return found === null ? [] : [{ coding: way.name, correlation: found }];
  });
  const limit = Math.tanh(-normalQuantile(0.999) / Math.sqrt(rows.length - 3));
  const against = judged.filter((one) => one.correlation < limit);
  const worst = against.reduce<(typeof judged)[number] | null>(
    (found, one) => (found === null || one.correlation < found.correlation ? one : found),
    null,
  );
  return { rows: rows.length, looksLike: worst?.coding ?? null, alternatives: judged };
}

const fewestRows = 10;

function otherWays(definition: MeasureDefinition, reverse: readonly number[], order: string | null) {
  const orders = definition.items.order;
  const known = orders === undefined ? [] : [{ id: orders.id, reverse: definition.items.reverse }, ...orders.variants];
  const ways = known
    .filter(({ id }) => id !== order)
    .map((one) => ({ name: `order ${one.id} of the items`, reverse: one.reverse }));
  if (reverse.length > 0) ways.unshift({ name: "already reversed", reverse: [] });
  return ways;
}

function completeRows({ answered, refused }: ItemValues): number[] {
  const rows: number[] = [];
  for (let row = 0; row < refused.length; row++) {
    if (refused[row] === 0 && answered.every((item) => item[row] === 1)) rows.push(row);
  }
  return rows;
}

function sums({ values }: ItemValues, rows: readonly number[], items: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => items.reduce((total, item) => total + values[item - 1]![row]!, 0));
}
