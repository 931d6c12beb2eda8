import { type Columns, naturalOrder, type Refusal, type StudyPlan, type Table } from "@likewise/schema";
import { readCases } from "../pathway/cases.ts";
import { notInData } from "../pathway/cells.ts";
import { type MixResult, mixesOf, mixTables } from "./component-mixes.ts";
import { stayIn } from "./phases-reached.ts";
import { type WorkSpell, workSpells } from "./work-spells.ts";

export interface StrandResult {
  readonly kind: "likewise/strands";
  readonly definition: "spells-of-strands";
  readonly strands: readonly {
    readonly strand: string;
    readonly people: number;
    /** Days in the strand of all people, days counted once a person, to the extract where it lasts. */
    readonly days: number;
    readonly medianDays: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  /** Pairs of strands: people who were in both on one day, and the days. */
  readonly overlaps: readonly {
    readonly first: string;
    readonly second: string;
    readonly people: number;
    readonly days: number;
  }[];
  /** Which strands people had at all: disruption alone is one mix, disruption with behaviour change another. */
  readonly mixes: Omit<MixResult, "refusals">;
  /** People are given strands by need and risk: outcomes by strand compare different people. */
  readonly notice: "strands-select";
  readonly notUsed: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Strands of the work that may run side by side: time in each, overlaps, and which people had which.
 *
 * Both days of a spell count. Missing rule: a spell without a last day lasts to the extract.
 */
export function strands({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): StrandResult {
  const cases = readCases({ plan, tables });
  const read = workSpells(plan, tables, cases.people, "strand");
  const { asAt } = cases;
  const refusals = [
    ...(read === null ? [notInData("no-phases", "time in strands", "phases")] : []),
    ...(asAt === null
      ? [
          {
            id: "no-extract-date",
            what: "time in strands",
            why: "Spells that last have no end",
            unlocks: "Set data.asAt",
          },
        ]
      : []),
  ];
  const spells = refusals.length > 0 ? [] : read!.spells;
  const names = [...new Set(spells.map(({ name }) => name))].sort(naturalOrder);
  const daysOf = (name: string) =>
    daysByUnit(
      spells.filter((spell) => spell.name === name),
      asAt!,
    );
  const days = new Map(names.map((name) => [name, daysOf(name)]));
  const taken = new Map<string, Set<string>>();
  for (const unit of cases.members) taken.set(cases.people.ids[unit]!, new Set());
  for (const { unit, name } of spells) {
    const id = cases.people.ids[unit]!;
    taken.set(id, (taken.get(id) ?? new Set()).add(name));
  }
  return {
    kind: "likewise/strands",
    definition: "spells-of-strands",
    strands: names.map((strand) => ({
      strand,
      people: days.get(strand)!.size,
      days: [...days.get(strand)!.values()].reduce((sum, set) => sum + set.size, 0),
      ...stayIn(
        spells.filter(({ name }) => name === strand),
        asAt,
      ),
    })),
    overlaps: names.flatMap((first, i) =>
      names.slice(i + 1).map((second) => ({ first, second, ...overlapOf(days.get(first)!, days.get(second)!) })),
    ),
    mixes: mixesOf("strands", "person", names, taken),
    notice: "strands-select",
    notUsed: read?.notUsed ?? 0,
    refusals,
  };
}

export function strandTables({ mixes }: StrandResult): Table[] {
  return mixTables(mixes, "strand");
}

/** Days by person; a set, so that two spells of one strand on one day are one day. */
function daysByUnit(spells: readonly WorkSpell[], asAt: number): Map<number, Set<number>> {
  const days = new Map<number, Set<number>>();
  for (const { unit, from, to } of spells) {
    const set = days.get(unit) ?? new Set<number>();
    days.set(unit, set);
    for (let day = from; day <= (to ?? asAt); day++) set.add(day);
  }
  return days;
}

function overlapOf(first: ReadonlyMap<number, ReadonlySet<number>>, second: ReadonlyMap<number, ReadonlySet<number>>) {
  let people = 0;
  let days = 0;
  for (const [unit, set] of first) {
    const other = second.get(unit);
    const shared = other === undefined ? 0 : [...set].filter((day) => other.has(day)).length;
    people += Number(shared > 0);
    days += shared;
  }
  return { people, days };
}
