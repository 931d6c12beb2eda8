import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const ordersWords: RecordWords = {
  table: "orders",
  names: ["orders", "custody", "spells", "prison", "licence", "remand", "sentences"],
  fields: [
    personWords,
    {
      field: "kind",
      headers: ["order type", "type of order", "spell type", "custody type", "kind of order"],
      weak: ["type", "kind"],
      cells: "codes",
      codes: {
        custody: ["custody", "prison", "imprisonment", "sentenced"],
        recall: ["recall", "recalled"],
        remand: ["remand", "remanded"],
        "protective-order": [
          "protective order",
          "non-molestation order",
          "restraining order",
          "dvpo",
          "dapo",
          "dvpn",
          "occupation order",
        ],
        licence: ["licence", "license", "on licence"],
      },
    },
    {
      field: "from",
      headers: ["from", "start date", "order start", "date from", "received into custody"],
      cells: "date",
    },
    { field: "to", headers: ["to", "end date", "order end", "date to", "release date", "expiry date"], cells: "date" },
  ],
};
