import type { EconomicValue } from "@likewise/schema";
import type { CostParameter, CostPart } from "../parameters/cost-parameter.ts";
import { costParameter } from "../parameters/parameter-sets.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";

/** A value as a plan uses it: published, or the study's own. */
export interface UsedValue {
  readonly id: string;
  readonly parameter: Omit<CostParameter, "status"> & { readonly status: CostParameter["status"] | "STUDY" };
  readonly number: UncertainNumber;
  readonly cashable: number | null;
  /** what a reader must know of its uncertainty */
  readonly note: string | null;
}

/** How far a value given as one figure may be from the truth: a convention, said wherever it is used. */
const conventionalSpread = 0.2;

/**
 * A published value with what the study says of it, or the study's own value.
 *
 * @returns what is wrong with it, as text, where it cannot be used
 */
export function valueOfPlan(value: EconomicValue, id: string): UsedValue | string {
  if (value.parameter === undefined) return ownValue(value, id);
  const stray = ownKeys.find((key) => value[key] !== undefined);
  if (stray !== undefined) return `${id}: ${stray} is for a value of the study's own, not for ${value.parameter}`;
  let parameter: CostParameter;
  try {
    parameter = costParameter(value.parameter, { recalled: value.recalled === true });
  } catch (error) {
    return `${id}: ${(error as Error).message.replace("costParameter: ", "")}`;
  }
  const used = value.agency === undefined ? parameter : { ...parameter, agency: value.agency };
  if (value.cashable !== undefined && used.kind !== "fiscal") return `${id}: only a fiscal value can be cashable`;
  return { id, parameter: used, ...spreadOf(used.pounds, undefined), cashable: value.cashable ?? null };
}

const ownKeys = [
  "pounds",
  "low",
  "high",
  "priceBase",
  "per",
  "domain",
  "item",
  "covers",
  "kind",
  "source",
  "label",
] as const;

function ownValue(value: EconomicValue, id: string): UsedValue | string {
  const { pounds, priceBase, per, domain, kind, agency, source } = value;
  const needed = { pounds, priceBase, per, domain, item: value.item, covers: value.covers, kind, agency, source };
  const missing = Object.entries(needed).find(([, one]) => one === undefined)?.[0];
  if (missing !== undefined)
    return `${id}: a value of the study's own must say its ${missing}, or name a published value by parameter`;
  if (value.cashable !== undefined && kind !== "fiscal") return `${id}: only a fiscal value can be cashable`;
  const limits = value.low === undefined || value.high === undefined ? undefined : { low: value.low, high: value.high };
  if (limits !== undefined && !(limits.low <= pounds! && pounds! <= limits.high && limits.low < limits.high)) {
    return `${id}: low, pounds and high must rise, found ${limits.low}, ${pounds}, ${limits.high}`;
  }
  const covers = value.covers as readonly CostPart[];
  return {
    id,
    parameter: {
      id,
      label: value.label ?? id,
      pounds: pounds!,
      priceBase: priceBase!,
      per: per!,
      domain: domain!,
      item: value.item!,
      covers,
      component: covers.includes("anticipation") ? "anticipation" : covers.includes("harm") ? "harm" : "other",
      kind: kind!,
      agency: agency!,
      place: "as the study says",
      multiplier: null,
      status: "STUDY",
      source: source!,
      link: "",
    },
    ...spreadOf(pounds!, limits),
    cashable: value.cashable ?? null,
  };
}

/** A quarter of the range by the normal, or the convention. */
function spreadOf(pounds: number, limits: { readonly low: number; readonly high: number } | undefined) {
  if (pounds === 0) return { number: { kind: "fixed", value: 0 } as const, note: null };
  const standardError = limits === undefined ? conventionalSpread * pounds : (limits.high - limits.low) / 3.92;
  return {
    number: { kind: "gamma", mean: pounds, standardError } as const,
    note: limits === undefined ? "a standard error of 20 % is a convention: its source gives none" : null,
  };
}
