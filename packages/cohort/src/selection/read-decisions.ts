import { type Columns, cell, type SelectionsRecord } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { rowOrder } from "../people/row-order.ts";

/** One row of the selection log. */
export interface Decision {
  /** Person id, as received. */
  readonly person: string;
  /** Whole days since 1970-01-01; null where not recorded. */
  readonly day: number | null;
  readonly score: number | null;
  readonly judgement: string | null;
  readonly panel: SelectionsRecord["panel_decision"];
  readonly provider: NonNullable<SelectionsRecord["provider_decision"]> | null;
  readonly reason: string | null;
}

const panels: readonly Decision["panel"][] = ["selected", "not-selected", "capacity-refused"];
const providers: readonly Decision["provider"][] = ["accepted", "refused", "capacity-refused"];

/** Rows with a person and a known decision of the panel, by date, then by what they say; the others cannot be read as decisions. */
export function readDecisions(table: Columns): { readonly decisions: readonly Decision[]; readonly unread: number } {
  const { decision_date, score, judgement, panel_decision, provider_decision, reason, person } = table.columns;
  const order = rowOrder(table, decision_date, person);
  const rows = Array.from({ length: table.numRows }, (_, row) => row).sort(order);
  const decisions = rows.flatMap((row): Decision[] => {
    const id = textAt(person, row);
    const panel = textAt(panel_decision, row) as Decision["panel"] | null;
    if (id === null || panel === null || !panels.includes(panel)) return [];
    const given = textAt(provider_decision, row);
    const number = score === undefined ? null : cell(score, row);
    return [
      {
        person: id,
        day: dayAt(decision_date, row),
        score: typeof number === "number" ? number : null,
        judgement: textAt(judgement, row),
        panel,
        provider: providers.find((code) => code === given) ?? null,
        reason: textAt(reason, row),
      },
    ];
  });
  return { decisions, unread: table.numRows - decisions.length };
}

export type DecisionOutcome = "accepted" | "capacity-refused" | "refused" | "not-selected" | "undecided";

/** What became of a decision in the end: refused for capacity, whether panel or provider had no place. */
export function outcomeOf({ panel, provider }: Decision): DecisionOutcome {
  if (panel === "not-selected") return "not-selected";
  if (panel === "capacity-refused" || provider === "capacity-refused") return "capacity-refused";
  return provider ?? "undecided";
}
