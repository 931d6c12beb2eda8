import type { Facts } from "@likewise/schema";
import type { TableEntry } from "./provenance.ts";

/** A part a covariate can play in an analysis of reoffending. */
export interface CovariateRole extends TableEntry {
  readonly id: keyof NonNullable<Facts["covariateRoles"]>;
  readonly label: string;
  /** Missing essential covariates lower the level; missing desirable ones are named. */
  readonly essential: boolean;
  /** What a person is, a date, or what led to the programme: never an outcome measured before entry. */
  readonly characteristic: boolean;
}

const policy = {
  source: "design table: essential and desirable covariates for reoffending work",
  status: "policy",
} as const;

export const covariateRoles = [
  { id: "age", label: "age", essential: true, characteristic: true, ...policy },
  { id: "sex", label: "sex", essential: true, characteristic: true, ...policy },
  {
    id: "priorCount",
    label: "the number of prior offences or incidents",
    essential: true,
    characteristic: false,
    ...policy,
  },
  {
    id: "priorRecency",
    label: "how recent the last offence or incident was",
    essential: true,
    characteristic: false,
    ...policy,
  },
  {
    id: "calendarPeriod",
    label: "the calendar period of the index date",
    essential: true,
    characteristic: true,
    ...policy,
  },
  { id: "ethnicity", label: "ethnicity", essential: false, characteristic: true, ...policy },
  { id: "indexOffence", label: "the index offence", essential: false, characteristic: true, ...policy },
  { id: "sentence", label: "the type and length of sentence", essential: false, characteristic: true, ...policy },
  { id: "riskScore", label: "a validated risk score", essential: false, characteristic: false, ...policy },
  { id: "region", label: "region", essential: false, characteristic: true, ...policy },
  {
    id: "priorDomesticAbuse",
    label: "prior domestic-abuse incidents",
    essential: false,
    characteristic: false,
    ...policy,
  },
  { id: "relationship", label: "relationship and children", essential: false, characteristic: false, ...policy },
  { id: "currentRisk", label: "the current risk assessment", essential: false, characteristic: false, ...policy },
  { id: "order", label: "an order in force", essential: false, characteristic: false, ...policy },
] as const satisfies readonly CovariateRole[];
