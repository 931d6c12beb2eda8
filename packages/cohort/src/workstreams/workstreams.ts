import type { Cohort, Columns, Refusal, StudyPlan } from "@likewise/schema";
import type { Share } from "@likewise/stats";
import { sum } from "@likewise/stats";
import { sessionsByUnit } from "../dose/session-data.ts";
import { type Cases, readCases } from "../pathway/cases.ts";
import { completionByRule } from "../pathway/completion.ts";
import { completionRulesOf } from "../pathway/completion-rules.ts";
import { costItems } from "../pathway/cost-items.ts";
import { ratingChange } from "../ratings/rating-change.ts";
import { readTraining } from "../staff/staff-data.ts";

type WorkstreamPlan = NonNullable<Cohort["workstreams"]>[number];
type Source = { readonly plan: StudyPlan; readonly tables: Readonly<Record<string, Columns>> };

/** Why a place of the logic model is empty. */
export type EmptyPlace = "not-declared" | "not-in-data" | "none-recorded";

/** A place of the logic model: what is there, or why nothing is. */
export type Place<Found> =
  | { readonly found: Found; readonly empty: null }
  | { readonly found: null; readonly empty: EmptyPlace };

/** Pounds; `unknownKind` may be either. */
export interface WorkstreamInput {
  readonly cashPounds: number;
  readonly inKindPounds: number;
  readonly unknownKindPounds: number;
}

/** What was delivered; a part that the plan does not ask for, or that is not in the data, is null. */
export interface WorkstreamOutput {
  readonly sessionsAttended: number | null;
  readonly peopleReached: number | null;
  readonly workersTrained: number | null;
}

/** Completed, of those started and known; or better, of those rated twice. No comparison group stands beside either. */
export interface WorkstreamOutcome {
  readonly kind: "completed" | "better";
  readonly definition: string;
  readonly share: Share;
}

export interface Workstream {
  readonly id: string;
  readonly label: string;
  readonly input: Place<WorkstreamInput>;
  readonly output: Place<WorkstreamOutput>;
  readonly outcome: Place<WorkstreamOutcome>;
}

export interface Workstreams {
  readonly kind: "likewise/workstreams";
  readonly definition: "input-output-outcome";
  readonly lines: readonly Workstream[];
  /** Every place where nothing is, in the order of the lines. */
  readonly empty: readonly {
    readonly workstream: string;
    readonly place: keyof Omit<Workstream, "id" | "label">;
    readonly why: EmptyPlace;
  }[];
  /** One for each empty place, so that a run says what the model lacks. */
  readonly refusals: readonly Refusal[];
}

/**
 * One logic model of a programme with several parts: a line for each, with its input, its output and its outcome.
 *
 * A line is there whether or not anything is recorded for it. A place is empty where the plan names nothing for it, where
 * the table it needs is not in the data, or where that table holds no record of it: three reasons, never a zero.
 *
 * @param plan `cohort.workstreams`
 * @returns null when the plan names no workstreams
 */
export function workstreams({ plan, tables }: Source): Workstreams | null {
  const declared = plan.cohort.workstreams;
  if (declared === undefined) return null;
  const source = { plan, tables };
  const cases = readCases(source);
  const lines = declared.map(
    (stream): Workstream => ({
      id: stream.id,
      label: stream.label ?? stream.id,
      input: inputOf(stream, tables),
      output: outputOf(stream, cases),
      outcome: outcomeOf(stream, source),
    }),
  );
  const empty = lines.flatMap((line) =>
    (["input", "output", "outcome"] as const).flatMap((place) => {
      const why = line[place].empty;
      return why === null ? [] : [{ workstream: line.id, place, why }];
    }),
  );
  return {
    kind: "likewise/workstreams",
    definition: "input-output-outcome",
    lines,
    empty,
    refusals: empty.map(refused),
  };
}

function refused({ workstream, place, why }: Workstreams["empty"][number]): Refusal {
  const words = {
    "not-declared": ["the plan names nothing for it", `Name it under cohort.workstreams, ${workstream}`],
    "not-in-data": ["the table it is read from is not in the data", "Map the table it is read from in data.tables"],
    "none-recorded": ["no record of it is in the data", "Record it, or correct the name the plan has for it"],
  } as const;
  const [because, unlocks] = words[why];
  return { id: `workstream-${place}-${why}`, what: `${place} of the workstream ${workstream}`, why: because, unlocks };
}

function inputOf({ spend }: WorkstreamPlan, { costs }: Source["tables"]): Place<WorkstreamInput> {
  if (spend === undefined) return nothing("not-declared");
  if (costs?.columns.category === undefined) return nothing("not-in-data");
  const items = costItems(costs).filter(({ category }) => category !== null && (spend as string[]).includes(category));
  if (items.length === 0) return nothing("none-recorded");
  const pounds = (wanted: string | null) => sum(items.filter(({ kind }) => kind === wanted).map((item) => item.pounds));
  return there({ cashPounds: pounds("cash"), inKindPounds: pounds("in-kind"), unknownKindPounds: pounds(null) });
}

function outputOf({ sessions, training }: WorkstreamPlan, cases: Cases): Place<WorkstreamOutput> {
  if (sessions === undefined && training === undefined) return nothing("not-declared");
  const { tables } = cases;
  const hasSessions = sessions !== undefined && tables.sessions?.columns.component !== undefined;
  const hasTraining = training !== undefined && tables.training !== undefined;
  if (!hasSessions && !hasTraining) return nothing("not-in-data");
  const attended = hasSessions ? attendedSessions(cases, sessions) : [];
  const workers = hasTraining ? trainedWorkers(cases, training) : 0;
  if (attended.length === 0 && workers === 0) return nothing("none-recorded");
  return there({
    sessionsAttended: hasSessions ? attended.length : null,
    peopleReached: hasSessions ? new Set(attended.map(({ unit }) => unit)).size : null,
    workersTrained: hasTraining ? workers : null,
  });
}

/** Of whoever is in people, cases or not: a part of the programme may be for victim-survivors and children. */
function attendedSessions({ tables, people, asAt }: Cases, components: readonly string[]) {
  const sessions = [...(sessionsByUnit(tables.sessions, people, asAt)?.values() ?? [])].flat();
  return sessions.filter(
    ({ attended, component }) => attended === true && component !== null && components.includes(component),
  );
}

function trainedWorkers({ tables, asAt }: Cases, courses: readonly string[]): number {
  return new Set(courses.flatMap((course) => [...readTraining(tables.training, course, asAt).keys()])).size;
}

function outcomeOf({ completion, rating }: WorkstreamPlan, source: Source): Place<WorkstreamOutcome> {
  if (completion !== undefined) return completionOutcome(completion, source);
  if (rating !== undefined) return ratingOutcome(rating, source);
  return nothing("not-declared");
}

function completionOutcome(id: string, source: Source): Place<WorkstreamOutcome> {
  const rule = completionRulesOf(source.plan).find((one) => one.id === id);
  if (rule === undefined) return nothing("not-declared");
  const { share, refusals } = completionByRule({ ...source, rule });
  if (refusals.length > 0) return nothing("not-in-data");
  return ofSomebody({ kind: "completed", definition: id, share });
}

function ratingOutcome(
  { measure, item }: NonNullable<WorkstreamPlan["rating"]>,
  source: Source,
): Place<WorkstreamOutcome> {
  const ratings = source.plan.cohort.ratings?.find((one) => one.measure === measure);
  if (ratings === undefined) return nothing("not-declared");
  const { definition, items, refusals } = ratingChange({ ...source, ratings });
  if (refusals.length > 0) return nothing("not-in-data");
  const rated = items.find((one) => one.item === item);
  if (rated === undefined) return nothing("none-recorded");
  return ofSomebody({ kind: "better", definition: `${measure}.${item} ${definition}`, share: rated.better });
}

/** A share of nobody is no outcome. */
function ofSomebody(outcome: WorkstreamOutcome): Place<WorkstreamOutcome> {
  return outcome.share.denominator === 0 ? nothing("none-recorded") : there(outcome);
}

function there<Found>(found: Found): Place<Found> {
  return { found, empty: null };
}

function nothing(empty: EmptyPlace): { readonly found: null; readonly empty: EmptyPlace } {
  return { found: null, empty };
}
