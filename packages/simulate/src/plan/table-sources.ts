import type { StudyPlan } from "@likewise/schema";

type TableSources = StudyPlan["data"]["tables"];

/** Fields of each table, as in `data-schemas/`; the clean extracts use them as headers. */
export const tableFields = {
  people: ["person", "role", "age", "sex", "ethnicity", "area", "risk_level"],
  links: [
    "person",
    "linked_person",
    "kind",
    "relationship",
    "family",
    "from",
    "offer_date",
    "accepted",
    "accept_date",
    "worker_type",
  ],
  referrals: [
    "referral",
    "person",
    "referral_date",
    "source",
    "mandated",
    "eligible",
    "reason_not_eligible",
    "closed_date",
    "closure_reason",
  ],
  selections: ["person", "decision_date", "score", "judgement", "panel_decision", "provider_decision", "reason"],
  stages: ["person", "stage", "date", "reason"],
  sessions: [
    "person",
    "session_date",
    "component",
    "planned_minutes",
    "minutes",
    "attended",
    "absence_reason",
    "worker",
  ],
  events: [
    "event",
    "person",
    "event_date",
    "recorded_date",
    "code",
    "offence",
    "domestic",
    "crime",
    "breach",
    "role",
    "victim",
    "disposal",
    "proven_date",
  ],
  orders: ["person", "kind", "from", "to"],
  abuse: ["person", "victim", "wave", "date", "kind", "severity", "reporter"],
  searches: ["person", "source", "searched_on", "found", "from", "to"],
  costs: ["period_from", "period_to", "payer", "category", "kind", "amount_pounds"],
} as const;

export type TableName = keyof typeof tableFields;

/** One file a table, headers as our fields, dates as yyyy-mm-dd. */
export const cleanSources: TableSources = sourcesOf(tableFields);

/** The same for other fields of tables. */
export function sourcesOf(fieldsOf: Readonly<Record<string, readonly string[]>>): TableSources {
  return Object.fromEntries(
    Object.entries(fieldsOf).map(([table, fields]) => [
      table,
      {
        files: [`data/${table}.csv`],
        dateFormat: "yyyy-mm-dd" as const,
        columns: Object.fromEntries(fields.map((field) => [field, field])),
        ...(table === "people"
          ? { covariates: { panel_quarter: { column: "panel_quarter", type: "integer" as const } } }
          : {}),
      },
    ]),
  );
}
