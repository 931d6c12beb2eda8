import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** Custody, which takes away exposure, and protective orders, which do not. */
export function ordersTable(people: readonly SimulatedPerson[], stream: RandomStream): Columns {
  const rows = people.flatMap(({ id, custodyBefore, custodyAfter, indexDay }) => {
    const custody = [custodyBefore, custodyAfter].flatMap((spell) =>
      spell === null ? [] : [{ kind: shortSpell(spell) && stream.bernoulli(0.6) ? "remand" : "custody", ...spell }],
    );
    const from = indexDay - stream.integer(30, 500);
    const protective = stream.bernoulli(0.14) ? [{ kind: "protective-order", from, to: from + 364 }] : [];
    return [...custody, ...protective].map((order) => ({ person: id, ...order }));
  });
  return recordColumns("orders", tableFields.orders, rows);
}

function shortSpell({ from, to }: { from: number; to: number }): boolean {
  return to - from < 60;
}
