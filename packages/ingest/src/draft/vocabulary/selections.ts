import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const selectionsWords: RecordWords = {
  table: "selections",
  names: ["selection", "selections", "panel", "decisions"],
  fields: [
    personWords,
    {
      field: "decision_date",
      headers: ["panel date", "decision date", "date of decision", "selection date"],
      cells: "date",
    },
    {
      field: "score",
      headers: ["selection score", "panel score", "score"],
      not: ["dash", "severity"],
      cells: "number",
    },
    { field: "judgement", headers: ["judgement", "professional judgement"], cells: "category" },
    {
      field: "panel_decision",
      headers: ["panel decision", "selection decision", "decision"],
      not: ["provider", "date"],
      cells: "codes",
      codes: {
        selected: ["selected", "accepted", "approved"],
        "not-selected": ["not selected", "rejected", "declined"],
        "capacity-refused": ["no capacity", "capacity refused", "no place", "capacity"],
      },
    },
    {
      field: "provider_decision",
      headers: ["provider decision", "service decision"],
      cells: "codes",
      codes: {
        accepted: ["accepted", "accept"],
        refused: ["refused", "declined", "rejected"],
        "capacity-refused": ["no capacity", "capacity refused", "no place"],
      },
    },
    { field: "reason", headers: ["decision reason", "reason", "reason for decision"], cells: "category" },
  ],
};
