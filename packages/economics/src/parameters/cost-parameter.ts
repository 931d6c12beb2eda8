import type { EconomicValue } from "@likewise/schema";
import type { BenefitKind } from "../model/economic-model.ts";

/** Where a cost falls. Two values that hold the same, for the same thing or for things that overlap, count it twice. */
export type CostPart = NonNullable<EconomicValue["covers"]>[number];

/** One published value of one thing, with all that must be known to use it. */
export interface CostParameter {
  readonly id: string;
  readonly label: string;
  /** in prices of `priceBase` */
  readonly pounds: number;
  /** financial year (2016-17) or calendar year (2019) */
  readonly priceBase: string;
  /** what it is for one of: a victim, a crime, an incident, an attendance, a year of a prisoner, … */
  readonly per: string;
  /** what kind of event or state it values; values of different domains overlap */
  readonly domain: NonNullable<EconomicValue["domain"]>;
  /** which of its domain: a group of offences, a service */
  readonly item: string;
  readonly covers: readonly CostPart[];
  readonly component: "anticipation" | "harm" | "other";
  readonly kind: BenefitKind;
  readonly agency: string;
  readonly place: string;
  /** actual events for each the police recorded, where published with the value */
  readonly multiplier: number | null;
  readonly status: "VERIFIED" | "DERIVED" | "RECALLED";
  readonly source: string;
  readonly link: string;
}

/** Values of one publication and edition; older editions stay. */
export interface ParameterSet {
  readonly id: string;
  readonly edition: string;
  readonly licence: string;
  /** what every output that uses a value of it must carry; null where the licence asks for nothing */
  readonly attribution: string | null;
  readonly parameters: readonly CostParameter[];
}
