import type { Columns } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** The selection log: everybody somebody decided about, whatever was decided. */
export function selectionsTable(people: readonly SimulatedPerson[]): Columns {
  const rows = people.flatMap(({ id, indexDay, decision }) =>
    decision === null
      ? []
      : [
          {
            person: id,
            decision_date: indexDay,
            score: decision.score,
            judgement: decision.judgement,
            panel_decision: decision.panelDecision,
            provider_decision: decision.providerDecision,
            reason: decision.reason,
          },
        ],
  );
  return recordColumns("selections", tableFields.selections, rows);
}
