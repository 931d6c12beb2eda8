import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const costsWords: RecordWords = {
  table: "costs",
  names: ["costs", "spend", "finance", "budget", "ledger"],
  fields: [
    { field: "period_from", headers: ["period from", "from", "month", "period start"], cells: "date" },
    { field: "period_to", headers: ["period to", "to", "period end"], cells: "date" },
    { field: "payer", headers: ["payer", "paid by", "funder", "funded by", "budget holder"], cells: "category" },
    {
      field: "category",
      headers: ["category", "cost category", "cost type", "spend category", "expense type"],
      cells: "category",
    },
    {
      field: "kind",
      headers: ["cash or in kind", "in kind", "cost kind"],
      weak: ["kind"],
      cells: "codes",
      codes: { cash: ["cash"], "in-kind": ["in kind", "in-kind", "inkind"] },
    },
    {
      field: "amount_pounds",
      headers: ["amount", "cost", "spend", "amount pounds", "amount gbp", "value", "total cost"],
      not: ["vat", "date"],
      cells: "money",
    },
    personWords,
  ],
};
