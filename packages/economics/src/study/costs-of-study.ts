import type { EconomicsPlan, Refusal } from "@likewise/schema";
import type { CostLine } from "../model/economic-model.ts";
import { reprice } from "../prices/reprice.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";
import type { RejectedSpend, SpentItem, StudyEconomics } from "./study-economics.ts";

export interface CostsOfStudy {
  readonly lines: readonly CostLine[];
  readonly numbers: Readonly<Record<string, UncertainNumber>>;
  readonly names: Readonly<Record<string, string>>;
  readonly spend: StudyEconomics["spend"];
  readonly notes: readonly string[];
  readonly refusals: readonly Refusal[];
}

/**
 * Spend by payer, kind and year as lines of a model, in the prices of the plan; what cannot be a cost of the programme is refused with
 * what would make it one.
 *
 * @param first financial year that is year 0
 * @param years appraised
 * @param rejected rows that could not be read
 */
export function costsOfStudy(
  { costs, priceYear }: EconomicsPlan,
  spent: readonly SpentItem[],
  { first, years }: { readonly first: string; readonly years: number },
  rejected: RejectedSpend = { withoutPayer: 0, otherwise: 0 },
): CostsOfStudy {
  const { otherwise } = rejected;
  const refusals = [
    ...nothingSpent(spent),
    ...unknownParts(spent, rejected),
    ...outside(spent, first, years),
    ...withoutSupport(costs, spent),
  ];
  const usable = spent.filter((item) => isUsable(item) && inYears(item.year!, first, years));
  const groups = new Map<string, { item: SpentItem; pounds: number }>();
  for (const item of usable) {
    const phase = costs.startUp?.includes(item.category ?? "") ? "start-up" : "running";
    const key = JSON.stringify([item.payer, item.kind, phase, item.year]);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, { item, pounds: item.pounds });
    else found.pounds += item.pounds;
  }
  const lines: CostLine[] = [];
  const numbers: Record<string, UncertainNumber> = {};
  const names: Record<string, string> = {};
  const notes = new Set<string>(
    otherwise === 0
      ? []
      : [
          `${otherwise} ${otherwise === 1 ? "row" : "rows"} of spend could not be read and ${otherwise === 1 ? "is" : "are"} in no sum`,
        ],
  );
  for (const [key, { item, pounds }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [payer, kind, phase, year] = JSON.parse(key) as [string, "cash" | "in-kind", CostLine["phase"], string];
    const id = `cost:${payer}:${kind}:${phase}:${year}`;
    const { factor, notes: said } = reprice(year, priceYear);
    for (const note of said) notes.add(note);
    numbers[id] = { kind: "fixed", value: pounds };
    names[id] = `${payer}, ${kind === "cash" ? "in cash" : "in kind"}, ${year}`;
    lines.push({
      id,
      label: names[id]!,
      payer: item.payer!,
      kind,
      phase,
      amount: id,
      times: timesOf(payer, costs.uncertainty, numbers, names),
      priceFactor: factor,
      year: startOf(year) - startOf(first),
    });
  }
  const total = (keep: (item: SpentItem) => boolean) => spent.filter(keep).reduce((sum, { pounds }) => sum + pounds, 0);
  return {
    lines,
    numbers,
    names,
    spend: {
      total: total(() => true),
      cash: total(({ kind }) => kind === "cash"),
      inKind: total(({ kind }) => kind === "in-kind"),
      support: costs.support === undefined ? null : total(({ category }) => costs.support!.includes(category ?? "")),
      planned: costs.planned ?? null,
    },
    notes: [...notes],
    refusals,
  };
}

/** What is wrong with a payer's total is wrong with all its years alike: one number for them, 1 on average. */
function timesOf(
  payer: string,
  uncertainty: number | undefined,
  numbers: Record<string, UncertainNumber>,
  names: Record<string, string>,
): string | null {
  if (uncertainty === undefined || uncertainty === 0) return null;
  const name = `spend:${payer}`;
  numbers[name] = { kind: "log-normal-mean", mean: 1, standardError: uncertainty };
  names[name] = `Spend of ${payer}, times what was recorded`;
  return name;
}

function nothingSpent(spent: readonly SpentItem[]): Refusal[] {
  if (spent.length > 0) return [];
  return [
    {
      id: "no-spend",
      what: "costs and benefits",
      why: "no item of spend has an amount",
      unlocks: "a costs table with payer, kind, day and amount",
    },
  ];
}

function isUsable({ payer, kind, year }: SpentItem): boolean {
  return payer !== null && kind !== null && year !== null;
}

function unknownParts(
  spent: readonly SpentItem[],
  { withoutPayer, placesWithoutPayer = [] }: RejectedSpend,
): Refusal[] {
  const parts = [
    ["payer", "who paid"],
    ["kind", "whether it was money or in kind"],
    ["year", "when it was spent"],
  ] as const;
  return parts.flatMap(([key, words]) => {
    const without = spent.filter((item) => item[key] === null).length + (key === "payer" ? withoutPayer : 0);
    if (without === 0) return [];
    return [
      {
        id: `cost-without-${key}`,
        what: "costs and benefits",
        why: `of ${without} ${without === 1 ? "item" : "items"} of spend it is not known ${words}${key === "payer" ? placesOf(placesWithoutPayer) : ""}`,
        unlocks: `${words} of every item of the costs table`,
      },
    ];
  });
}

/** " (spend.csv row 31)"; of many, the first. */
function placesOf(places: readonly string[]): string {
  if (places.length === 0) return "";
  const more = places.length - placesNamed;
  return ` (${places.slice(0, placesNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}

const placesNamed = 5;

function outside(spent: readonly SpentItem[], first: string, years: number): Refusal[] {
  const strays = spent.filter(({ year }) => year !== null && !inYears(year, first, years));
  if (strays.length === 0) return [];
  return [
    {
      id: "cost-outside-period",
      what: "costs and benefits",
      why: `${strays.length} ${strays.length === 1 ? "item of spend lies" : "items of spend lie"} outside the ${years} years appraised from ${first}: ${[...new Set(strays.map(({ year }) => year))].sort().join(", ")}`,
      unlocks:
        "firstYear and years of the economics block that hold all spend, or a costs table of the programme alone",
    },
  ];
}

/** A programme for people who abuse includes support for those they abuse: without its cost it looks cheaper than it is. */
function withoutSupport(
  { support, withoutSupport: why }: EconomicsPlan["costs"],
  spent: readonly SpentItem[],
): Refusal[] {
  const found = spent.some(({ category }) => support?.includes(category ?? ""));
  if (spent.length === 0 || found || why !== undefined) return [];
  return [
    {
      id: "cost-without-support",
      what: "costs and benefits",
      why: "no spend on support for victim-survivors and children is among the costs, and it is part of the programme",
      unlocks:
        "its categories under economics.costs.support, or why there is none under economics.costs.withoutSupport",
    },
  ];
}

export function inYears(year: string, first: string, years: number): boolean {
  const at = startOf(year) - startOf(first);
  return at >= 0 && at < years;
}

function startOf(year: string): number {
  return Number(year.slice(0, 4));
}
