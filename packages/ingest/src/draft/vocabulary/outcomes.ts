import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const outcomesWords: RecordWords = {
  table: "outcomes",
  names: ["outcomes", "results"],
  fields: [
    personWords,
    { field: "outcome", headers: ["outcome id", "outcome name", "outcome measure"], cells: "category" },
    { field: "value", headers: ["outcome value", "value"], cells: "text" },
    { field: "time", headers: ["time to event", "time to outcome", "survival time"], cells: "number" },
    {
      field: "time_unit",
      headers: ["time unit", "unit of time"],
      cells: "codes",
      codes: {
        day: ["day", "days"],
        week: ["week", "weeks"],
        month: ["month", "months"],
        year: ["year", "years"],
      },
    },
    { field: "censored", headers: ["censored", "is censored"], cells: "boolean" },
  ],
};
