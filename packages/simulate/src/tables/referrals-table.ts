import { booleanColumn, type Columns, categoryColumn, columnsOf, dateColumn, textColumn } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** One referral of each person the panel selected. */
export function referralsTable(people: readonly SimulatedPerson[], stream: RandomStream): Columns {
  const rows = people.flatMap(({ id, pathway }) => (pathway === null ? [] : [{ person: id, pathway }]));
  const eligible = rows.map(({ pathway }) => (pathway.assessedDay === null ? null : pathway.offeredDay !== null));
  return columnsOf({
    referral: textColumn(rows.map((_, i) => `R${1001 + i}`)),
    person: textColumn(rows.map((row) => row.person)),
    referral_date: dateColumn(rows.map((row) => row.pathway.referralDay)),
    source: textColumn(rows.map(() => stream.choice(sources, sourceShares))),
    mandated: categoryColumn(
      rows.map(() => stream.choice(["voluntary", "criminal-order", "unknown"], [0.82, 0.13, 0.05])),
    ),
    eligible: booleanColumn(eligible),
    reason_not_eligible: textColumn(
      eligible.map((value) => (value === false ? stream.choice(["risk too high", "capacity", "no contact"]) : null)),
    ),
    closed_date: dateColumn(rows.map((row) => row.pathway.exitDay)),
    closure_reason: textColumn(rows.map((row) => row.pathway.closureReason)),
  });
}

const sources = ["police", "probation", "children's social care", "housing", "health", "other"];
const sourceShares = [0.64, 0.12, 0.1, 0.05, 0.05, 0.04];
