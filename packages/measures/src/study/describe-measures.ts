import {
  type Columns,
  closest,
  type FlaggedAnswer,
  type Issue,
  type MeasureDefinition,
  type MeasurePlan,
  type MeasureResult,
  type Refusal,
  type StudyPlan,
  type Table,
} from "@likewise/schema";
import { findMeasure } from "../registry/find-measure.ts";
import { measureDefinitions } from "../registry/measure-definitions.ts";
import { describeIndicatorSet } from "./describe-indicator-set.ts";
import { describeScores } from "./describe-scores.ts";
import { flaggedAnswers } from "./flagged-answers.ts";
import { type Forms, readForms } from "./read-forms.ts";

/** Which arm somebody is in, or the person they are linked to; those in neither are counted and in no result. */
export type ArmOf = ReadonlyMap<string, "treated" | "comparison">;

export interface DescribeMeasuresInput {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly armOf: ArmOf;
  /** how people came into the arms */
  readonly assigned: "random" | "not at random";
  /** definitions of one's own, checked, by the file the plan names */
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
}

/** One entry of the plan with all it is described from. */
export interface MeasuredEntry {
  readonly id: string;
  readonly plan: MeasurePlan;
  readonly definition: MeasureDefinition;
  readonly forms: Forms;
  readonly armOf: ArmOf;
  readonly assigned: "random" | "not at random";
  readonly seed: number;
}

/** What one entry brings to the results. */
export interface EntryDescribed {
  readonly measures: readonly MeasureResult[];
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
  readonly issues: readonly Issue[];
  /** first and later score of each person, by id of the result; for `private/` and for outcomes */
  readonly scores: ReadonlyMap<string, ScoresOfPeople>;
}

/** What the instruments of a study bring. */
export interface MeasuresDescribed extends EntryDescribed {
  /** answers that need a person today, whoever gave them and whether or not they are scored; never for a report */
  readonly flags: readonly FlaggedAnswer[];
}

export interface ScoresOfPeople {
  readonly ids: readonly string[];
  /** points; null where there is none */
  readonly first: readonly (number | null)[];
  readonly later: readonly (number | null)[];
  /** day the first score was answered; null where there is none, or its day is not known */
  readonly firstDay: readonly (number | null)[];
}

/**
 * Every instrument of a plan (`measures`): scored, paired and compared, one reporter at a time.
 *
 * @returns results without a number of people, which stand in tables for disclosure control; what was refused, with why;
 *   issues by row of the table `measures`
 */
export function describeMeasures(input: DescribeMeasuresInput): MeasuresDescribed {
  const entries = (input.plan.measures ?? []).map((entry) => describeEntry(entry, input));
  return { ...together(entries), flags: flaggedAnswers(input) };
}

function describeEntry(entry: MeasurePlan, input: DescribeMeasuresInput): EntryDescribed {
  const given = measuredEntry(entry, input);
  if ("why" in given) return refusedAlone(given);
  const described = given.definition.kind === "indicator-set" ? describeIndicatorSet(given) : describeScores(given);
  return { ...described, issues: [...given.forms.issues, ...described.issues] };
}

/** An entry with its definition and its answers, or why it has none. */
export function measuredEntry(
  entry: MeasurePlan,
  { plan, tables, armOf, assigned, definitions }: DescribeMeasuresInput,
): MeasuredEntry | Refusal {
  const id = entry.id ?? entry.measure;
  const table = tables.measures;
  const held = definitionOf(entry, id, definitions);
  if ("why" in held) return held;
  if (table === undefined)
    return {
      id: `measure-no-answers:${id}`,
      what: `scores of ${held.abbreviation}`,
      why: "measures is not in the data",
      unlocks: "Map measures in data.tables",
    };
  const forms = readForms(table, entry, held);
  return { id, plan: entry, definition: held, forms, armOf, assigned, seed: plan.seed ?? 1 };
}

/** An unknown measure or version is refused: another scoring would pass for the one named. */
function definitionOf(
  { measure, version, definition: file }: MeasurePlan,
  id: string,
  definitions: ReadonlyMap<string, MeasureDefinition>,
): MeasureDefinition | Refusal {
  const ids = measureDefinitions.map((one) => one.id);
  const held = file === undefined ? (ids.includes(measure) ? findMeasure(measure) : undefined) : definitions.get(file);
  const what = `scores of ${measure}`;
  if (held === undefined) {
    const meant = closest(measure, ids);
    return {
      id: `measure-unknown:${id}`,
      what,
      why: `no definition of ${measure} is held${meant === null ? "" : `; ${meant} is`}`,
      unlocks: "a definition of your own (likewise measures new), or the id of a measure that ships",
    };
  }
  if (version === undefined || version === held.version) return held;
  return {
    id: `measure-version:${id}`,
    what,
    why: `the plan asks for version ${version} of its scoring, and version ${held.version} is held: scores of two versions are not one score`,
    unlocks: `version ${held.version} in the plan, or a definition of your own for version ${version}`,
  };
}

function refusedAlone(refusal: Refusal): EntryDescribed {
  return { measures: [], tables: [], refusals: [refusal], issues: [], scores: new Map() };
}

function together(parts: readonly EntryDescribed[]): EntryDescribed {
  return {
    measures: parts.flatMap(({ measures }) => measures),
    tables: parts.flatMap(({ tables }) => tables),
    refusals: parts.flatMap(({ refusals }) => refusals),
    issues: parts.flatMap(({ issues }) => issues),
    scores: new Map(parts.flatMap(({ scores }) => [...scores])),
  };
}
