import { type Columns, type Issue, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { kaplanMeier, type Share, shareOf, survivalQuantile } from "@likewise/stats";
import { cohortIssue } from "../cohort-issues.ts";
import { readCases } from "../pathway/cases.ts";
import { dimensionOf, levelsOf, notInData, shareCell } from "../pathway/cells.ts";
import { type WorkSpell, workSpells } from "./work-spells.ts";

export interface PhaseResult {
  readonly kind: "likewise/phases";
  readonly definition: "first-day-of-phase";
  readonly options: { readonly phases: readonly string[] };
  readonly phases: readonly {
    readonly phase: string;
    /** Reached it, of everyone who started or has any phase. */
    readonly reached: Share;
    /** Days in it by Kaplan–Meier, spells that last censored at the extract. */
    readonly medianDays: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  /** Furthest phase reached by person, for outcomes by phase reached; people choose how far they come. */
  readonly furthest: readonly { readonly id: string; readonly unit: number; readonly phase: string }[];
  /** People with a later phase that begins before an earlier one, or without it. */
  readonly outOfOrder: readonly {
    readonly id: string;
    readonly unit: number;
    readonly phase: string;
    readonly before: string;
  }[];
  readonly notUsed: number;
  readonly issues: readonly Issue[];
  readonly refusals: readonly Refusal[];
}

/**
 * Phases of the work, in the order they are meant to come: share that reached each, days in each, and whoever had a later
 * phase before an earlier one. Two phases that begin on one day are in order.
 *
 * @param phases names in order, such as crisis, recovery
 */
export function phasesReached({
  plan,
  tables,
  phases,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  phases: readonly string[];
}): PhaseResult {
  const cases = readCases({ plan, tables });
  const read = workSpells(plan, tables, cases.people, "phase");
  const spells = read?.spells.filter(({ name }) => phases.includes(name)) ?? [];
  const first = new Map<string, Map<number, WorkSpell>>(phases.map((phase) => [phase, new Map()]));
  for (const spell of spells) {
    const of = first.get(spell.name)!;
    if (!of.has(spell.unit)) of.set(spell.unit, spell);
  }
  const units = new Set([...(cases.reached.get("started")?.keys() ?? []), ...spells.map(({ unit }) => unit)]);
  const outOfOrder: { id: string; unit: number; phase: string; before: string; row: number }[] = [];
  const furthest = new Map<number, string>();
  for (const unit of [...units].sort((a, b) => a - b)) {
    phases.forEach((phase, position) => {
      const here = first.get(phase)!.get(unit);
      if (here === undefined) return;
      furthest.set(unit, phase);
      const early = phases.slice(0, position).find((earlier) => {
        const other = first.get(earlier)!.get(unit);
        return other === undefined || other.from > here.from;
      });
      if (early !== undefined) {
        outOfOrder.push({ id: cases.people.ids[unit]!, unit, phase, before: early, row: here.row });
      }
    });
  }
  return {
    kind: "likewise/phases",
    definition: "first-day-of-phase",
    options: { phases },
    phases: phases.map((phase) => ({
      phase,
      reached: shareOf(first.get(phase)!.size, units.size),
      ...stayIn(
        spells.filter(({ name }) => name === phase),
        cases.asAt,
      ),
    })),
    furthest: [...furthest].map(([unit, phase]) => ({ id: cases.people.ids[unit]!, unit, phase })),
    outOfOrder: outOfOrder.map(({ row: _row, ...person }) => person),
    notUsed: read?.notUsed ?? 0,
    issues: outOfOrder.map(({ row }) =>
      cohortIssue("phases_out_of_order", { tableName: "phases", table: tables.phases, row, column: "from" }),
    ),
    refusals: read === null ? [notInData("no-phases", "phases of the work", "phases")] : [],
  };
}

export function phaseTables({ phases, refusals }: PhaseResult): Table[] {
  if (refusals.length > 0) return [];
  return [
    {
      id: tableId("phases-reached"),
      title: "Share of people who reached each phase",
      unit: "person",
      definition: "phase-reached",
      window: null,
      dimensions: [dimensionOf("phase", "Phase", levelsOf(phases.map(({ phase }) => phase)), false)],
      cells: phases.map(({ phase, reached }) => shareCell({ phase }, reached.numerator, reached.denominator)),
      linked: [],
    },
  ];
}

/** Median days of a spell, both days included; null without an extract date, which spells that last are censored at. */
export function stayIn(spells: readonly WorkSpell[], asAt: number | null) {
  if (spells.length === 0 || asAt === null) return { medianDays: null, lower: null, upper: null };
  const { time, lower, upper } = survivalQuantile(
    kaplanMeier({
      time: spells.map(({ from, to }) => (to ?? asAt) - from + 1),
      event: spells.map(({ to }) => Number(to !== null)),
    }),
    0.5,
  );
  return { medianDays: time, lower, upper };
}
