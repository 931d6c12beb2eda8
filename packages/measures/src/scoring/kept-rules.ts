import type { BooleanColumn, MeasureRule } from "@likewise/schema";
import type { ItemValues } from "./item-values.ts";

/** A screening rule on every row: true or false only where no blank could change it. */
export function keptRules(rule: MeasureRule, { values, answered, refused }: ItemValues): BooleanColumn {
  const kept = new Uint8Array(refused.length);
  const valid = new Uint8Array(refused.length);
  // Looked up once and not for every row: a million questionnaires are ordinary.
  const parts = rule.all.map(({ count, atLeast }) => ({
    atLeast,
    items: count.items.map((item) => ({
      known: answered[item - 1]!,
      value: values[item - 1]!,
      limit: count.except?.[String(item)]?.gte ?? count.gte,
    })),
  }));
  for (let row = 0; row < refused.length; row++) {
    if (refused[row] === 1) continue;
    let surely = true;
    let possibly = true;
    for (const { items, atLeast } of parts) {
      let counted = 0;
      let open = 0;
      for (const { known, value, limit } of items) {
        if (known[row] === 0) open++;
        else if (value[row]! >= limit) counted++;
      }
      if (counted < atLeast) surely = false;
      if (counted + open < atLeast) possibly = false;
    }
    if (surely !== possibly) continue;
    valid[row] = 1;
    kept[row] = surely ? 1 : 0;
  }
  return { type: "boolean", values: kept, valid: valid.includes(0) ? valid : null };
}
