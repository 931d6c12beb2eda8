import { type Columns, naturalOrder, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { readCases } from "../pathway/cases.ts";
import { countCell, dimensionOf, notInData, shareCell, total } from "../pathway/cells.ts";
import { familyOf } from "./families.ts";
import { sessionsByUnit } from "./session-data.ts";

export interface Mix {
  /** Parts taken up, in order; none for families that took up no part. */
  readonly parts: readonly string[];
  readonly units: number;
}

export interface MixResult {
  readonly kind: "likewise/mixes";
  readonly definition: string;
  readonly unit: "person" | "family";
  readonly parts: readonly string[];
  /** Mixes there can be of so many parts, none left out: 2^n - 1. */
  readonly possible: number;
  readonly units: number;
  /** Every possible mix of up to four parts, most parts last; of more parts those that occur. */
  readonly mixes: readonly Mix[];
  /** Units that took up each part, alone or with others. */
  readonly uptake: readonly { readonly part: string; readonly units: number }[];
  readonly refusals: readonly Refusal[];
}

/**
 * Which parts of a programme families took up, alone and together: the table behind an UpSet chart. A part counts as taken
 * up with one session attended by anyone of the family.
 *
 * @param components parts in order, by default those of the sessions in natural order; sessions of others are not read
 * @param unit       family (of the links; a person without one is a family of one) or person
 * @returns mixes that sum to the units, those without any part among them
 */
export function componentMixes({
  plan,
  tables,
  components,
  unit = "family",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  components?: readonly string[];
  unit?: "person" | "family";
}): MixResult {
  const cases = readCases({ plan, tables });
  const sessions = sessionsByUnit(tables.sessions, cases.people, cases.asAt);
  const idOf = unit === "person" ? (id: string) => id : familyOf(tables.links);
  const parts = new Map<string, Set<string>>();
  const partsOf = (person: string) => {
    const id = idOf(person);
    const standing = parts.get(id) ?? new Set<string>();
    parts.set(id, standing);
    return standing;
  };
  for (const member of cases.members) partsOf(cases.people.ids[member]!);
  for (const [person, list] of sessions ?? []) {
    const taken = partsOf(cases.people.ids[person]!);
    for (const { component, attended } of list) if (attended === true && component !== null) taken.add(component);
  }
  const named = components ?? [...new Set([...parts.values()].flatMap((set) => [...set]))].sort(naturalOrder);
  return {
    ...mixesOf("attended-once", unit, named, parts),
    refusals: sessions === null ? [notInData("no-sessions", "mixes of components", "sessions")] : [],
  };
}

/** Mixes of any parts units have. */
export function mixesOf(
  definition: string,
  unit: "person" | "family",
  parts: readonly string[],
  taken: ReadonlyMap<string, ReadonlySet<string>>,
): Omit<MixResult, "refusals"> {
  const key = (mix: readonly string[]) => JSON.stringify(mix);
  const counts = new Map<string, number>();
  for (const set of taken.values()) {
    const mix = key(parts.filter((part) => set.has(part)));
    counts.set(mix, (counts.get(mix) ?? 0) + 1);
  }
  const listed = parts.length <= 4 ? subsets(parts) : [...counts.keys()].map((text) => JSON.parse(text) as string[]);
  const position = (part: string) => parts.indexOf(part);
  return {
    kind: "likewise/mixes",
    definition,
    unit,
    parts,
    possible: 2 ** parts.length - 1,
    units: taken.size,
    mixes: listed
      .map((mix) => ({ parts: mix, units: counts.get(key(mix)) ?? 0 }))
      .sort((a, b) => a.parts.length - b.parts.length || compareLists(a.parts.map(position), b.parts.map(position))),
    uptake: parts.map((part) => ({ part, units: [...taken.values()].filter((set) => set.has(part)).length })),
  };
}

/** One row a mix, and their total. */
export function mixTables(
  { definition, unit, mixes, units, uptake, parts }: Omit<MixResult, "refusals">,
  about: "component" | "strand" = "component",
): Table[] {
  if (parts.length === 0) return [];
  const levelOf = (mix: Mix) => (mix.parts.length === 0 ? "none" : mix.parts.join("+"));
  const levels = mixes.map((mix) => ({
    id: levelOf(mix),
    label: mix.parts.length === 0 ? "None" : mix.parts.join(" and "),
  }));
  return [
    {
      id: tableId(`${about}-mixes`),
      title: "Parts had, by which were had together",
      unit,
      definition: `mix-${definition}`,
      window: null,
      dimensions: [dimensionOf("mix", "Mix", levels, true)],
      cells: [...mixes.map((mix) => countCell({ mix: levelOf(mix) }, mix.units)), countCell({ mix: total }, units)],
      linked: [],
    },
    {
      id: tableId(`${about}-mixes-uptake`),
      title: "Uptake of each part, alone or with others",
      unit,
      definition: `uptake-${definition}`,
      window: null,
      dimensions: [
        dimensionOf(
          "part",
          "Part",
          parts.map((part) => ({ id: part, label: part })),
          false,
        ),
      ],
      cells: uptake.map(({ part, units: some }) => shareCell({ part }, some, units)),
      linked: [],
    },
  ];
}

function subsets(parts: readonly string[]): string[][] {
  return Array.from({ length: 2 ** parts.length }, (_, code) => parts.filter((_part, index) => (code >> index) & 1));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}
