import type { FieldWords } from "./vocabulary.ts";

/** The person a row is about: the same words in every record. */
export const personWords: FieldWords = {
  field: "person",
  headers: [
    "person id",
    "client id",
    "nominal id",
    "subject id",
    "service user id",
    "offender id",
    "perpetrator id",
    "participant id",
    "case id",
    "pseudonym",
    "pseudo id",
    "person pseudonym",
    "study id",
    "crn",
    "unique id",
    "urn",
    "person",
    "client",
  ],
  weak: ["id", "ref", "pid", "nominal", "key"],
  not: ["victim", "crime", "worker", "linked", "partner", "referral", "event", "name", "session", "family"],
  cells: "id",
};
