import type { FactStatus } from "./offence-codes.ts";

/** Weights of the offence titles of one recorded-crime subgroup, as a summary. */
export interface SubgroupWeights {
  readonly subgroup: string;
  readonly titles: number;
  readonly min: number;
  /** Over offence titles, not over incidents: never the weight of one incident. */
  readonly median: number;
  readonly mean: number;
  readonly max: number;
}

/** A published weight of one offence, or the range of several. */
export interface KnownWeight {
  readonly scheme: "cchi" | "css";
  readonly edition: string;
  readonly code: string | null;
  readonly offence: string;
  readonly min: number;
  readonly max: number;
  readonly source: string;
  readonly status: FactStatus;
  readonly note: string;
}

/**
 * Cambridge Crime Harm Index, 2026, in days, by recorded-crime subgroup. Verified in a secondary source: "Cambridge Crime
 * Harm Index 2026 values, summarised per recorded-crime subgroup in the documentation of a public dashboard project"
 * (github.com/isthisben/cbl-realcrime). They describe the index; no event is ever weighed with them.
 *
 * @example
 * cchiSubgroups.find(({ subgroup }) => subgroup === "Stalking and harassment").max; // 252
 */
export const cchiSubgroups: readonly SubgroupWeights[] = [
  { subgroup: "Homicide", titles: 3, min: 730, median: 5475, mean: 3893.3, max: 5475 },
  { subgroup: "Violence with injury", titles: 73, min: 2, median: 365, mean: 943.5, max: 4380 },
  { subgroup: "Violence without injury", titles: 49, min: 1, median: 10, mean: 437.4, max: 5475 },
  { subgroup: "Stalking and harassment", titles: 23, min: 2, median: 10, mean: 35, max: 252 },
  { subgroup: "Rape offences", titles: 17, min: 1825, median: 2555, mean: 2726.8, max: 4745 },
  { subgroup: "Other sexual offences", titles: 138, min: 5, median: 182.25, mean: 395.6, max: 2555 },
  { subgroup: "Death or serious injury - unlawful driving", titles: 11, min: 10, median: 365, mean: 380.4, max: 1095 },
  { subgroup: "Residential burglary", titles: 12, min: 2, median: 273.5, mean: 275.7, max: 730 },
  { subgroup: "Non-residential burglary", titles: 4, min: 2, median: 183.5, mean: 183.5, max: 365 },
  { subgroup: "Shoplifting", titles: 2, min: 1, median: 1, mean: 1, max: 1 },
  { subgroup: "Other theft offences", titles: 22, min: 1, median: 2, mean: 20.8, max: 182 },
  { subgroup: "Theft from the person", titles: 2, min: 2, median: 2, mean: 2, max: 2 },
  { subgroup: "Bicycle theft", titles: 4, min: 2, median: 2, mean: 2, max: 2 },
  { subgroup: "Robbery of business property", titles: 4, min: 365, median: 365, mean: 365, max: 365 },
  { subgroup: "Robbery of personal property", titles: 4, min: 365, median: 365, mean: 365, max: 365 },
  { subgroup: "Criminal damage", titles: 30, min: 1, median: 2, mean: 86.3, max: 365 },
  { subgroup: "Arson", titles: 4, min: 5, median: 185, mean: 185, max: 365 },
  { subgroup: "Public order offences", titles: 50, min: 1, median: 7.5, mean: 52.7, max: 730 },
  { subgroup: "Vehicle offences", titles: 15, min: 2, median: 5, mean: 6.4, max: 10 },
  { subgroup: "Possession of drugs", titles: 39, min: 1, median: 3, mean: 17.4, max: 547.5 },
  { subgroup: "Trafficking of drugs", titles: 68, min: 1, median: 5, mean: 236.2, max: 547.5 },
  { subgroup: "Possession of weapons offences", titles: 40, min: 1, median: 273.75, mean: 541.2, max: 2190 },
  { subgroup: "Miscellaneous crimes against society", titles: 145, min: 1, median: 10, mean: 73.7, max: 1460 },
];

/**
 * Weights of single offences that a source fixes with certainty or that we recall, each with how sure we are. They are
 * what a study's own table is looked at beside; they are not a table to weigh with.
 *
 * @example
 * knownWeights.find(({ scheme, code }) => scheme === "cchi" && code === "00101").max; // 5475
 */
export const knownWeights: readonly KnownWeight[] = [
  {
    scheme: "cchi",
    edition: "2026",
    code: "00101",
    offence: "Murder / homicide (standard)",
    min: 5475,
    max: 5475,
    source:
      "Cambridge Crime Harm Index 2026 values, summarised per recorded-crime subgroup in the documentation of a public dashboard project",
    status: "verified-secondary",
    note: "15 years x 365; equals subgroup median and maximum.",
  },
  {
    scheme: "cchi",
    edition: "2026",
    code: null,
    offence: "Rape (lowest title in the subgroup)",
    min: 1825,
    max: 1825,
    source:
      "Cambridge Crime Harm Index 2026 values, summarised per recorded-crime subgroup in the documentation of a public dashboard project",
    status: "verified-secondary",
    note: "5 years x 365; equals subgroup minimum.",
  },
  {
    scheme: "cchi",
    edition: "2026",
    code: "03401",
    offence: "Robbery (every title)",
    min: 365,
    max: 365,
    source:
      "Cambridge Crime Harm Index 2026 values, summarised per recorded-crime subgroup in the documentation of a public dashboard project",
    status: "verified-secondary",
    note: "Minimum = maximum = 365.",
  },
  {
    scheme: "cchi",
    edition: "2026",
    code: "04600",
    offence: "Shoplifting",
    min: 1,
    max: 1,
    source:
      "Cambridge Crime Harm Index 2026 values, summarised per recorded-crime subgroup in the documentation of a public dashboard project",
    status: "verified-secondary",
    note: "Lowest notifiable value; used by that dashboard as the floor for non-crime incidents.",
  },
  {
    scheme: "cchi",
    edition: "2016-2020",
    code: "00501",
    offence: "Grievous bodily harm with intent (s18)",
    min: 1460,
    max: 1460,
    source: "Sherman, Neyroud and Neyroud, The Cambridge Crime Harm Index, Policing 10(3)",
    status: "recalled",
    note: "4 years x 365; later editions follow the 2021 assault guideline and may differ. Take from the published sheet.",
  },
  {
    scheme: "cchi",
    edition: "2016-2020",
    code: "10501",
    offence: "Common assault and battery",
    min: 1,
    max: 1,
    source: "Sherman, Neyroud and Neyroud",
    status: "recalled",
    note: "Consistent with the verified subgroup minimum of 1 day. Take from the published sheet.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "00101",
    offence: "Homicide",
    min: 7978.79308,
    max: 7979,
    source: "ONS releases the Crime Severity Score (news report)",
    status: "verified",
    note: "Code file has 7978.79308; one other report prints 7797, which looks like a swapped digit.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "09261",
    offence: "Possession of cannabis",
    min: 3,
    max: 3,
    source: "ONS releases the Crime Severity Score (news report)",
    status: "verified",
    note: "Lowest weight.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "00200",
    offence: "Attempted murder",
    min: 4662.79,
    max: 4662.79,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "inferred",
    note: "Second value of the violence list; news report ranks attempted murder first after homicide.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: null,
    offence: "Aiding suicide",
    min: 4392,
    max: 4392,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "inferred",
    note: 'Largest value of the "other crime" list; news report ranks it between attempted murder and rape.',
  },
  {
    scheme: "css",
    edition: "2016",
    code: null,
    offence: "Rape titles (nine values in a block)",
    min: 2535.15,
    max: 3905.26,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "inferred",
    note: "Values 3240.75, 3261.05, 2895.21, 3871.56, 3229.46, 3006.50, 2929.98, 3905.26, 2535.15, ranked third to aiding suicide in the news report; offence names not seen.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "03401",
    offence: "Robbery (business and personal)",
    min: 746,
    max: 746,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "verified-secondary",
    note: "Both values in the category array are 746.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "03900",
    offence: "Theft from the person",
    min: 86,
    max: 86,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "verified-secondary",
    note: "Single value in category array.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: null,
    offence: "Other theft",
    min: 33,
    max: 33,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "verified-secondary",
    note: "Single value used for the category.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "04600",
    offence: "Shoplifting",
    min: 13,
    max: 13,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "verified-secondary",
    note: "Single value in category array.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "04400",
    offence: "Bicycle theft",
    min: 10,
    max: 10,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "verified-secondary",
    note: "Single value in category array.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "14900",
    offence: "Criminal damage (not aggravated), each of four property types",
    min: 7,
    max: 7,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "inferred",
    note: "Four equal values of 7 followed by five of 19 (aggravated); news report puts criminal damage to buildings among the lowest weights.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "05804",
    offence: "Racially or religiously aggravated criminal damage",
    min: 19,
    max: 19,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "inferred",
    note: "See previous row.",
  },
  {
    scheme: "css",
    edition: "2016",
    code: "12512",
    offence: "Public fear, alarm or distress",
    min: 10,
    max: 10,
    source:
      "Public code file (address not recorded) that copies the weights of the ONS Crime Severity Score data tool (category arrays, most without offence names)",
    status: "inferred",
    note: "First of eight public order values (10, 24, 365, 365, 365, 1880, 365, 78); names not seen.",
  },
];
