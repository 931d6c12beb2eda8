import type { ColumnPlan, StudyPlan, TableSource } from "@likewise/schema";
import type { TableName } from "../plan/table-sources.ts";

/** How a system writes one field of a table. */
export interface ReceivedField {
  readonly header: string;
  /** Its code to ours. */
  readonly values?: Readonly<Record<string, string>>;
  readonly type?: "money" | "integer";
}

/** How one table arrives: from which system, in how many files, under which headers. */
export interface ReceivedTable {
  readonly files: readonly string[];
  /** By our field, in the order of the file. */
  readonly fields: Readonly<Record<string, ReceivedField>>;
  /** A column nobody asked for, and what stands in it. */
  readonly unmapped?: { readonly header: string; readonly text: string };
}

const header = (name: string): ReceivedField => ({ header: name });

/** The systems of the synthetic areas: case management, the panel's log, the police, prisons, finance. */
export const receivedTables: Readonly<Record<TableName, ReceivedTable>> = {
  people: {
    files: ["data/case-management/people.csv"],
    fields: {
      person: header("Ref"),
      role: {
        header: "Role in case",
        values: { Perpetrator: "perpetrator", "Victim/survivor": "adult-victim-survivor", Child: "child" },
      },
      age: header("Age"),
      sex: { header: "Sex", values: { M: "male", F: "female" } },
      ethnicity: header("Ethnicity (self-defined)"),
      area: header("Area"),
      risk_level: { header: "Risk", values: { Standard: "standard", Medium: "medium", High: "high" } },
      panel_quarter: { header: "Quarter no.", type: "integer" },
    },
    unmapped: { header: "Last updated", text: "31/12/2024 23:59" },
  },
  links: {
    files: ["data/case-management/linked-people.csv"],
    fields: {
      person: header("Ref"),
      linked_person: header("Linked ref"),
      kind: { header: "Link", values: { Dyad: "dyad", Family: "family" } },
      relationship: header("Relationship"),
      family: header("Family ref"),
      from: header("Linked on"),
      offer_date: header("Support offered"),
      accepted: header("Accepted?"),
      accept_date: header("Support accepted"),
      worker_type: { header: "Worker", values: { IDVA: "idva" } },
    },
  },
  referrals: {
    files: ["data/case-management/referrals.csv"],
    fields: {
      referral: header("Referral ref"),
      person: header("Ref"),
      referral_date: header("Referred on"),
      source: {
        header: "Referred by",
        values: {
          Police: "police",
          Probation: "probation",
          "Children's social care": "social-care",
          Health: "health",
          MARAC: "marac",
          Other: "other",
        },
      },
      mandated: {
        header: "Attendance",
        values: { Voluntary: "voluntary", "Criminal order": "criminal-order", Unknown: "unknown" },
      },
      eligible: header("Suitable?"),
      reason_not_eligible: header("Why not suitable"),
      closed_date: header("Closed on"),
      closure_reason: header("Closure reason"),
    },
  },
  selections: {
    files: ["data/panel/selection-log.csv"],
    fields: {
      person: header("Ref"),
      decision_date: header("Panel date"),
      score: header("Score"),
      judgement: header("Judgement"),
      panel_decision: {
        header: "Panel decision",
        values: { Selected: "selected", "Not selected": "not-selected", "No capacity": "capacity-refused" },
      },
      provider_decision: { header: "Provider decision", values: { Accepted: "accepted", Refused: "refused" } },
      reason: header("Reason"),
    },
  },
  stages: {
    files: ["data/case-management/stages.csv"],
    fields: { person: header("Ref"), stage: header("Stage"), date: header("Date"), reason: header("Reason") },
  },
  sessions: {
    files: ["data/case-management/sessions.csv"],
    fields: {
      person: header("Ref"),
      session_date: header("Session date"),
      component: header("Type"),
      planned_minutes: header("Planned (min)"),
      minutes: header("Delivered (min)"),
      attended: header("Attended"),
      absence_reason: header("Reason not attended"),
      worker: header("Worker ref"),
    },
    unmapped: { header: "Room", text: "1" },
  },
  events: {
    files: ["data/police/events-2018-2021.csv", "data/police/events-2022-2024.csv"],
    fields: {
      event: header("Crime ref"),
      person: header("Ref"),
      event_date: header("Committed on"),
      recorded_date: header("Recorded on"),
      code: header("HO code"),
      offence: header("Offence"),
      domestic: header("DA flag"),
      crime: header("Crime"),
      breach: header("Breach only"),
      role: { header: "Part played", values: { Suspect: "suspect", Offender: "offender", Victim: "victim" } },
      victim: header("Victim ref"),
      disposal: header("Outcome"),
      proven_date: header("Convicted or cautioned on"),
    },
  },
  orders: {
    files: ["data/custody/spells-and-orders.csv"],
    fields: {
      person: header("Ref"),
      kind: {
        header: "Type",
        values: { Custody: "custody", Remand: "remand", "Protective order": "protective-order" },
      },
      from: header("From"),
      to: header("To"),
    },
  },
  abuse: {
    files: ["data/case-management/abuse.csv"],
    fields: {
      person: header("Ref"),
      victim: header("Victim ref"),
      wave: header("Time point"),
      date: header("Date"),
      kind: header("Kind"),
      severity: header("Severity 0-3"),
      reporter: header("Reported by"),
    },
  },
  searches: {
    files: ["data/police/search-results.csv"],
    fields: {
      person: header("Ref"),
      source: { header: "System", values: { Police: "events" } },
      searched_on: header("Searched on"),
      found: header("Found"),
      from: header("From"),
      to: header("To"),
    },
  },
  costs: {
    files: ["data/finance/spend.csv"],
    fields: {
      period_from: header("From"),
      period_to: header("To"),
      payer: header("Payer"),
      category: header("Category"),
      kind: { header: "Cash or in kind", values: { Cash: "cash", "In kind": "in-kind" } },
      amount_pounds: { header: "Amount", type: "money" },
    },
  },
};

/** Codes the systems write for what they do not know. */
export const missingCodes = ["NK", "Not known", "-"] as const;

/** How a plan reads the tables as they arrive. */
export function receivedSources(): StudyPlan["data"]["tables"] {
  const sources = Object.entries(receivedTables).map(([table, { files, fields }]): [string, TableSource] => {
    const columns = Object.entries(fields).map(([field, received]) => [field, columnPlan(received)] as const);
    const isCovariate = ([field]: readonly [string, ColumnPlan]) => field === "panel_quarter";
    const covariates = columns.filter(isCovariate);
    return [
      table,
      {
        files: [...files] as TableSource["files"],
        dateFormat: "dd/mm/yyyy",
        missing: [...missingCodes],
        columns: Object.fromEntries(columns.filter((column) => !isCovariate(column))),
        ...(covariates.length > 0 ? { covariates: Object.fromEntries(covariates) } : {}),
      },
    ];
  });
  return Object.fromEntries(sources);
}

function columnPlan({ header: column, values, type }: ReceivedField): ColumnPlan {
  if (values === undefined && type === undefined) return column;
  return { column, ...(type && { type }), ...(values && { values: { ...values } }) };
}
