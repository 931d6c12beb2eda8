import { type Columns, categoryColumn, columnsOf, dateColumn, textColumn } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** Custody, which takes away exposure, and protective orders, which do not. */
export function ordersTable(people: readonly SimulatedPerson[], stream: RandomStream): Columns {
  const rows = people.flatMap((person) => {
    const custody = [person.custodyBefore, person.custodyAfter]
      .filter((spell) => spell !== null)
      .map((spell) => ({ kind: spell.to - spell.from < 60 && stream.bernoulli(0.6) ? "remand" : "custody", ...spell }));
    const from = person.indexDay - stream.integer(30, 500);
    const protective = stream.bernoulli(0.14) ? [{ kind: "protective-order", from, to: from + 364 }] : [];
    return [...custody, ...protective].map((order) => ({ person: person.id, ...order }));
  });
  return columnsOf({
    person: textColumn(rows.map((row) => row.person)),
    kind: categoryColumn(rows.map((row) => row.kind)),
    from: dateColumn(rows.map((row) => row.from)),
    to: dateColumn(rows.map((row) => row.to)),
  });
}
