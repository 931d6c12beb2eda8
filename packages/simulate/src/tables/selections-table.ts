import { type Columns, categoryColumn, columnsOf, dateColumn, numberColumn, textColumn } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** The selection log: everybody on a panel's list, whatever was decided. */
export function selectionsTable(people: readonly SimulatedPerson[]): Columns {
  return columnsOf({
    person: textColumn(people.map((person) => person.id)),
    decision_date: dateColumn(people.map((person) => person.indexDay)),
    score: numberColumn(people.map((person) => person.decision.score)),
    judgement: textColumn(people.map((person) => person.decision.judgement)),
    panel_decision: categoryColumn(people.map((person) => person.decision.panelDecision)),
    provider_decision: categoryColumn(people.map((person) => person.decision.providerDecision)),
    reason: textColumn(people.map((person) => person.decision.reason)),
  });
}
