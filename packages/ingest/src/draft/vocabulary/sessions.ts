import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const sessionsWords: RecordWords = {
  table: "sessions",
  names: ["attendance", "sessions", "session", "contacts", "appointments", "register"],
  fields: [
    personWords,
    {
      field: "session_date",
      headers: ["session date", "date of session", "appointment date", "attendance date", "date attended"],
      weak: ["date", "contact date"],
      not: ["next"],
      cells: "date",
    },
    {
      field: "component",
      headers: ["session type", "component", "type of session", "programme component", "module", "activity"],
      weak: ["type"],
      cells: "category",
      codes: {
        group: ["group", "groupwork", "group work", "group session"],
        "one-to-one": ["one-to-one", "one to one", "1:1", "1-1", "1 to 1", "121", "individual"],
        parenting: ["parenting"],
        recovery: ["recovery"],
        school: ["school"],
        other: ["other"],
      },
    },
    {
      field: "technique",
      headers: ["technique", "technique used", "exercise", "exercise used", "technique or exercise", "tool used"],
      cells: "category",
    },
    {
      field: "planned_minutes",
      headers: [
        "planned minutes",
        "planned mins",
        "planned min",
        "scheduled minutes",
        "planned duration",
        "length planned",
      ],
      cells: "number",
    },
    {
      field: "minutes",
      headers: [
        "minutes",
        "delivered minutes",
        "delivered min",
        "actual minutes",
        "duration minutes",
        "duration",
        "mins",
      ],
      not: ["planned", "scheduled", "travel"],
      cells: "number",
    },
    {
      field: "attended",
      headers: ["attended", "attendance", "present", "did attend"],
      not: ["reason", "not", "date"],
      cells: "boolean",
      codes: {
        true: ["attended", "present", "att"],
        false: ["did not attend", "dna", "absent", "not attended", "fta", "failed to attend", "ufta"],
      },
    },
    {
      field: "absence_reason",
      headers: ["reason not attended", "reason of absence", "absence reason", "reason for absence", "dna reason"],
      cells: "category",
    },
    {
      field: "worker",
      headers: ["worker id", "worker", "facilitator", "case worker", "practitioner", "key worker", "facilitator id"],
      not: ["name", "email"],
      cells: "id",
    },
    { field: "language", headers: ["language", "session language", "language of session"], cells: "category" },
    { field: "interpreter", headers: ["interpreter", "interpreter used", "interpreter present"], cells: "boolean" },
  ],
};
