import type { Comparison, KeyStep, Results } from "@likewise/schema";
import { codeWords } from "../wording/code-words.ts";
import { modelNames } from "../wording/labels.ts";
import type { Named } from "./explanation.ts";

/** How a number was worked out: by the entry it stands in, by the comparison around it, by the part it is of. */
export function methodOf(results: Results, trail: readonly KeyStep[]): Named[] {
  const [part, second] = trail;
  const own = trail.flatMap(({ value }) => named(value));
  if (part!.segment === "comparisons" && second !== undefined) return [...own, ...designOf(second.value as Comparison)];
  if (part!.segment === "evidence")
    return [...own, { name: "rules", value: "levels follow from declared and measured facts" }];
  const text = ofPart[part!.segment];
  const headline = part!.segment === "claims" ? results.comparisons[0] : undefined;
  return [
    ...own,
    ...(text === undefined ? [] : [{ name: "method", value: text }]),
    ...(headline === undefined ? [] : designOf(headline)),
  ];
}

/** Parts whose every number is worked out in one way. */
const ofPart: Readonly<Record<string, string>> = {
  funnel: "counts of people; shares with Wilson’s interval, people whose case is open left out of both counts",
  blocks:
    "people observed over the whole half-year; shares with Wilson’s interval; rates by time not spent in custody, where the plan has it",
  safety: "shares with Wilson’s interval, of the people whose answer is known; nobody is compared",
  accounts: "rows counted as they came: rows in = rows used + rows rejected",
  coverage: "people counted by whether they were looked for, found, and observed to the end of the window",
  analysisSets: "people counted by arm",
  tables: "counts as defined; a share of people has Wilson’s interval unless its title says otherwise",
  economics:
    "spend and the effect of the comparison put together with unit values, in constant prices, later years counting less; intervals from draws of everything uncertain",
  measures: "scored and compared by the rules of the measure, one reporter at a time",
  options: "as the plan says, defaults filled in",
  provenance: "as read, hashed and counted when the study was run",
  disclosure: "counted when disclosure control was done",
  study: "as the plan says",
};

/** Parts of entries that say how, in the order a methods section would. */
const fields = [
  "estimator",
  "measure",
  "estimand",
  "adjustment",
  "standardErrorKind",
  "test",
  "kind",
  "model",
  "timeUnit",
  "scale",
  "edition",
] as const;

function named(value: unknown): Named[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const entry = value as Readonly<Record<string, unknown>>;
  return fields.flatMap((field) => {
    const text = entry[field];
    if (typeof text !== "string" || text.startsWith("likewise/")) return [];
    const shown = field === "model" ? (modelNames[text] ?? text) : text;
    return [{ name: codeWords(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)), value: shown }];
  });
}

function designOf({ design }: Comparison): Named[] {
  const { methodLabel, source, covariates, baselineOutcome } = design as Readonly<Record<string, unknown>>;
  return [
    ...(typeof methodLabel === "string" ? [{ name: "comparison group", value: methodLabel }] : []),
    ...(Array.isArray(covariates) && covariates.length > 0
      ? [{ name: "covariates", value: covariates.join(", ") }]
      : []),
    ...(typeof baselineOutcome === "string" ? [{ name: "outcome before", value: baselineOutcome }] : []),
    ...(typeof source === "string" ? [{ name: "source", value: source }] : []),
  ];
}
