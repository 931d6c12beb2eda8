import {
  describeIndicators,
  describePathway,
  describeSafety,
  describeSelection,
  describeTiming,
  type SafetyDescribed,
} from "@likewise/cohort";
import type { ComparisonResult } from "@likewise/compare";
import { profileOf } from "@likewise/disclosure";
import type { Engine } from "@likewise/engine";
import type { DeclaredWeights } from "@likewise/offending";
import {
  type Anchors,
  type Baseline,
  type Block,
  type Columns,
  type Facts,
  type Issue,
  integersOf,
  type Observation,
  type Outcomes,
  type Refusal,
  type Results,
  type StudyPlan,
  type Table,
} from "@likewise/schema";
import { describeOffending } from "./describe-offending.ts";
import { factsOfRun } from "./facts-of-run.ts";
import type { LinkageOfRun } from "./linkage-of-run.ts";
import type { MeasuresOfRun } from "./measures-of-run.ts";
import { pooledTables } from "./pooled-tables.ts";

/** What every description of a study is made from. */
export interface DescribeInput {
  readonly engine: Engine;
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  readonly weights: readonly DeclaredWeights[];
  readonly linkage: LinkageOfRun;
  /** Answers to instruments that need a person today. */
  readonly answers: MeasuresOfRun["flags"];
}

/** Units by group: the people the headline estimate sets beside one another, those treated first. */
export type Groups = readonly { readonly id: "treated" | "comparison"; readonly units: Int32Array }[];

/** All that a run says beside its comparisons. */
export interface StudyDescribed {
  readonly tables: readonly Table[];
  readonly blocks: readonly Block[];
  readonly warnings: NonNullable<Results["warnings"]>;
  readonly refusals: readonly Refusal[];
  readonly issues: readonly Issue[];
  /** The facts of the plan with what the data show against them. */
  readonly facts: Facts;
  /** Facts the data contradict, in words: assumptions of every comparison. */
  readonly notes: readonly string[];
  /** Results by description; some name people, so they are for `private/` alone. */
  readonly results: Readonly<Record<string, unknown>>;
  /** Those of them that may name victim-survivors or children. */
  readonly ofVictims: ReadonlySet<string>;
  /** Cases that need a person today, and what each voice of a family says: for `private/` alone. */
  readonly people: Pick<SafetyDescribed, "safeguarding" | "triangulation">;
}

/**
 * Who came and went, what they got, who was selected and reached, and what happened before and after: every description
 * the extracts allow. Nothing is said from rows too few of which were linked to people.
 *
 * @param headline whose people the blocks are of, so that a page shows one set of people before and after
 */
export async function describeStudy(input: DescribeInput, headline: ComparisonResult): Promise<StudyDescribed> {
  const { plan, linkage } = input;
  const profile = profileOf(plan.disclosure?.profile ?? "default", plan.disclosure?.threshold);
  const tables = pooledTables(plan, withoutUnlinkedTables(input.tables, linkage), profile);
  const given = { ...input, tables };
  const pathway = describePathway(given);
  const selection = describeSelection(given);
  const offending = await describeOffending(given, groupsOf(input.baseline, headline));
  const timing = describeTiming(given);
  const indicators = describeIndicators(given);
  const safety = describeSafety(given);
  const { facts, notes } = factsOfRun(plan.evidence ?? {}, selection.facts);
  return {
    tables: [
      ...pathway.tables,
      ...selection.tables,
      ...offending.tables,
      ...timing.tables,
      ...indicators.tables,
      ...safety.tables,
    ],
    blocks: offending.blocks,
    warnings: [...offending.warnings, ...safety.warnings],
    refusals: [
      ...pathway.refusals,
      ...selection.refusals,
      ...offending.refusals,
      ...timing.refusals,
      ...indicators.refusals,
      ...safety.refusals,
    ],
    issues: [...pathway.issues, ...safety.issues],
    facts,
    notes,
    results: merged(
      pathway.results,
      selection.results,
      offending.results,
      timing.results,
      indicators.results,
      safety.results,
    ),
    ofVictims: new Set([...pathway.ofVictims, ...selection.ofVictims, ...safety.ofVictims]),
    people: safety,
  };
}

/** Two descriptions of one id would overwrite each other in silence. */
function merged(...parts: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const ids = parts.flatMap((part) => Object.keys(part));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new RangeError(`describeStudy: one description of each id, got two of ${twice}`);
  return Object.assign({}, ...parts);
}

/** The tables of which enough rows were linked to people. */
export function withoutUnlinkedTables(
  tables: Readonly<Record<string, Columns>>,
  { refusals }: LinkageOfRun,
): Readonly<Record<string, Columns>> {
  return refusals.size === 0
    ? tables
    : Object.fromEntries(Object.entries(tables).filter(([name]) => !refusals.has(name)));
}

/** Those matched, or without matching everyone in the arm. */
function groupsOf(baseline: Baseline, headline: ComparisonResult): Groups {
  const { unit, arm: arms } = baseline.table.columns;
  const treated = new Set(unit.values.filter((_, row) => arms.values[row] === 1));
  const matched = headline.comparison.matching === null ? null : matchedUnits(headline, treated);
  const unitsOf = (arm: 0 | 1) =>
    unit.values.filter((ordinal, row) => arms.values[row] === arm && (matched?.has(ordinal) ?? true));
  return [
    { id: "treated", units: unitsOf(1) },
    { id: "comparison", units: unitsOf(0) },
  ];
}

/** Of imputed data sets, those matched in the one the comparison's counts are of: fewest treated people, the first of several. */
function matchedUnits({ matchedRows }: ComparisonResult, treated: ReadonlySet<number>): ReadonlySet<number> {
  const units = integersOf(matchedRows, "unit").values;
  if (matchedRows.columns.imputation === undefined) return new Set(units);
  const imputation = integersOf(matchedRows, "imputation").values;
  const each = [...new Set(imputation)].map((number) => new Set(units.filter((_, row) => imputation[row] === number)));
  const treatedIn = (one: ReadonlySet<number>) => [...one].filter((ordinal) => treated.has(ordinal)).length;
  return each.reduce((fewest, one) => (treatedIn(one) < treatedIn(fewest) ? one : fewest));
}
