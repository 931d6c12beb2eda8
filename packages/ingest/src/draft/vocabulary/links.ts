import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const linksWords: RecordWords = {
  table: "links",
  names: ["links", "linked", "family", "associations", "relationships"],
  fields: [
    personWords,
    {
      field: "linked_person",
      headers: ["linked id", "linked person", "linked person id", "linked ref", "associated id", "related person id"],
      not: ["name"],
      cells: "id",
    },
    {
      field: "kind",
      headers: ["link", "link type", "kind of link", "link kind"],
      cells: "codes",
      codes: { dyad: ["dyad", "couple"], family: ["family"], worker: ["worker", "key worker"] },
    },
    {
      field: "relationship",
      headers: ["relationship", "relationship type", "relation", "relationship to perpetrator"],
      cells: "category",
      codes: {
        partner: ["partner", "spouse", "husband", "wife"],
        "ex-partner": ["ex-partner", "ex partner", "former partner"],
        parent: ["parent", "mother", "father"],
        child: ["child", "son", "daughter"],
      },
    },
    { field: "family", headers: ["family id", "household id", "family number"], not: ["name"], cells: "id" },
    { field: "from", headers: ["linked on", "link from", "from", "link start"], cells: "date" },
    { field: "to", headers: ["link to", "to", "link end"], cells: "date" },
    { field: "offer_date", headers: ["offer date", "support offered", "offered on", "date offered"], cells: "date" },
    {
      field: "accepted",
      headers: ["accepted", "support accepted", "offer accepted"],
      not: ["date", "on"],
      cells: "boolean",
    },
    { field: "accept_date", headers: ["accept date", "accepted on", "date accepted"], cells: "date" },
    {
      field: "contact_status",
      headers: ["contact status", "contact outcome"],
      cells: "category",
      codes: {
        "in-contact": ["in contact", "contacted"],
        "not-reached": ["not reached", "no contact"],
        "unsafe-to-contact": ["unsafe to contact", "unsafe"],
        "declined-contact": ["declined contact", "declined"],
      },
    },
    {
      field: "worker_type",
      headers: ["worker type", "support worker type"],
      cells: "category",
      codes: {
        idva: ["idva"],
        "family-worker": ["family worker"],
        "children-worker": ["children worker", "children's worker"],
      },
    },
  ],
};
