import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const statusesWords: RecordWords = {
  table: "statuses",
  names: ["statuses", "status", "plans", "children"],
  fields: [
    personWords,
    {
      field: "kind",
      headers: ["status type", "plan type", "kind of status"],
      weak: ["type"],
      cells: "codes",
      codes: {
        "child-in-need": ["child in need", "cin"],
        "child-protection": ["child protection", "cp", "child protection plan", "cpp"],
        "child-in-care": ["child in care", "looked after", "cic", "lac", "looked after child"],
        housing: ["housing"],
        employment: ["employment"],
        school: ["school"],
      },
    },
    { field: "status", headers: ["status", "plan status"], cells: "category" },
    { field: "from", headers: ["from", "start date", "status from", "plan start"], cells: "date" },
    { field: "to", headers: ["to", "end date", "status to", "plan end"], cells: "date" },
  ],
};
