import type { FieldWords } from "./vocabulary.ts";

/**
 * Columns of people that no field of a record holds and that could be a covariate, by the part they would play in the
 * evidence (`evidence.covariateRoles`). The name of the part stands where a field would.
 */
export const covariateWords: readonly FieldWords[] = [
  {
    field: "priorDomesticAbuse",
    headers: [
      "prior domestic abuse",
      "prior da",
      "previous da",
      "prior da incidents",
      "da history",
      "da incidents before",
    ],
    not: ["after", "since", "follow"],
    cells: "number",
  },
  {
    field: "priorCount",
    headers: [
      "prior offences",
      "previous offences",
      "prior convictions",
      "previous convictions",
      "prior arrests",
      "prior crimes",
    ],
    not: ["after", "since", "follow", "date"],
    cells: "number",
  },
  {
    field: "riskScore",
    headers: ["risk score", "ogrs", "ogrs score", "osp", "sara score", "ovp", "ppit score"],
    not: ["date", "exit", "closing"],
    cells: "number",
  },
  {
    field: "riskScore",
    headers: ["dash score", "dash", "risk dash", "dash total"],
    not: ["date", "exit", "closing", "level"],
    cells: "number",
    range: [0, 27],
  },
  {
    field: "currentRisk",
    headers: ["current risk", "risk at referral", "risk on entry"],
    not: ["exit", "closing", "date"],
    cells: "category",
  },
  { field: "indexOffence", headers: ["index offence", "index offence type"], not: ["date"], cells: "category" },
  { field: "sentence", headers: ["sentence", "sentence type"], not: ["date"], cells: "category" },
  { field: "relationship", headers: ["relationship to victim", "relationship"], cells: "category" },
];
