import { type Columns, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { type Session, sessionsByUnit } from "../dose/session-data.ts";
import { textAt } from "../people/fields.ts";
import { type Cases, readCases } from "./cases.ts";
import { countCell, dimensionOf, notInData, total } from "./cells.ts";
import type { CompletionRule } from "./completion-rules.ts";

export type CompletionStatus = "completed" | "not-completed" | "open" | "unknown";

/** One person who started. */
export interface PersonCompletion {
  readonly id: string;
  readonly unit: number;
  readonly status: CompletionStatus;
  /** Sessions attended of those the rule counts; null without sessions. */
  readonly attended: number | null;
  readonly planned: number | null;
}

export interface CompletionResult {
  readonly kind: "likewise/completion";
  /** Id of the rule: results of two never merge. */
  readonly definition: string;
  readonly window: null;
  readonly rule: CompletionRule;
  readonly started: number;
  readonly counts: Readonly<Record<CompletionStatus, number>>;
  /** Completed of those whose completion is known: neither open nor unknown. */
  readonly share: Share;
  /** Attended every planned session, of those not open with sessions on record: apart from completion. */
  readonly fullAttendance: Share;
  readonly people: readonly PersonCompletion[];
  readonly refusals: readonly Refusal[];
}

/**
 * Completion by one rule, of everyone who started.
 *
 * A rule by sessions counts those attended against those planned. Somebody who meets it has completed even while the
 * case is open; somebody who does not yet is open until they leave. Missing rule: where attendance is not recorded the
 * person has completed if they would without those sessions, has not if they would not even with them, and is unknown
 * between; without any session on record they are unknown, not absent. Sessions beyond the plan are counted as they are.
 *
 * @param rule from `completionRulesOf(plan)`
 * @returns nobody, and a refusal, where the sessions or starts the rule needs are not in the data
 */
export function completionByRule({
  plan,
  tables,
  rule,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  rule: CompletionRule;
}): CompletionResult {
  const cases = readCases({ plan, tables });
  const sessions = sessionsByUnit(tables.sessions, cases.people, cases.asAt);
  const refusals: Refusal[] = [];
  if (rule.leastShare !== null && sessions === null) {
    refusals.push(notInData("no-sessions", `completion by ${rule.id}`, "sessions"));
  }
  if (rule.leastShare === null && !cases.reached.has("completed")) {
    refusals.push(notInData("stage-not-recorded", `completion by ${rule.id}`, "the stage completed"));
  }
  const started = refusals.length > 0 ? [] : whoStarted(cases, sessions);
  const people = started.map((unit) => personCompletion(cases, unit, sessions?.get(unit) ?? null, rule));
  const count = (status: CompletionStatus) => people.filter((one) => one.status === status).length;
  const counts = {
    completed: count("completed"),
    "not-completed": count("not-completed"),
    open: count("open"),
    unknown: count("unknown"),
  };
  const attendance = people.filter(({ status, attended }) => status !== "open" && attended !== null);
  return {
    kind: "likewise/completion",
    definition: rule.id,
    window: null,
    rule,
    started: people.length,
    counts,
    share: shareOf(counts.completed, counts.completed + counts["not-completed"]),
    fullAttendance: shareOf(
      attendance.filter(({ attended, planned }) => planned !== null && attended! >= planned).length,
      attendance.length,
    ),
    people,
    refusals,
  };
}

/** One table a rule: what became of those who started. */
export function completionTables(results: readonly CompletionResult[]): Table[] {
  return results
    .filter(({ refusals }) => refusals.length === 0)
    .map(({ definition, rule, counts, started }) => ({
      id: tableId("completion-*", definition),
      title: `Completion: ${rule.label}`,
      unit: "person",
      definition: `completion-${definition}`,
      window: null,
      dimensions: [
        dimensionOf(
          "status",
          "Completion",
          [
            { id: "completed", label: "Completed" },
            { id: "not-completed", label: "Did not complete" },
            { id: "open", label: "Case still open" },
            { id: "unknown", label: "Not known" },
          ],
          true,
        ),
      ],
      cells: [
        ...(Object.keys(counts) as CompletionStatus[]).map((status) => countCell({ status }, counts[status])),
        countCell({ status: total }, started),
      ],
      linked: [],
    }));
}

/** A start is what is recorded; without that stage a first session attended. */
function whoStarted({ reached, members }: Cases, sessions: ReadonlyMap<number, readonly Session[]> | null): number[] {
  const started = reached.get("started");
  if (started !== undefined) return [...started.keys()].sort((a, b) => a - b);
  return members.filter((unit) => sessions?.get(unit)?.some(({ attended }) => attended === true));
}

function personCompletion(
  cases: Cases,
  unit: number,
  sessions: readonly Session[] | null,
  rule: CompletionRule,
): PersonCompletion {
  const counted = sessions?.filter(({ component }) => rule.component === null || component === rule.component) ?? null;
  const attended =
    counted === null || counted.length === 0 ? null : counted.filter((one) => one.attended === true).length;
  const notKnown = counted?.filter((one) => one.attended === null).length ?? 0;
  const planned = rule.sessionsPlanned?.least ?? (counted === null || counted.length === 0 ? null : counted.length);
  const person = { id: cases.people.ids[unit]!, unit, attended, planned };
  const departed = cases.departure(unit) !== null || cases.reached.get("completed")?.has(unit) === true;
  const recorded = cases.reached.get("completed")?.has(unit) === true;
  const short = (): CompletionStatus => (departed ? "not-completed" : "open");
  if (rule.leastShare === null) return { ...person, status: recorded ? "completed" : short() };
  if (attended === null || planned === null) return { ...person, status: "unknown" };
  const needed = rule.leastShare * planned;
  // Without a length planned for everyone, nobody knows how many sessions an open case has still to come.
  const canStillChange = rule.sessionsPlanned === null && !departed;
  if (canStillChange) return { ...person, status: "open" };
  const least = rounded(attended) >= rounded(needed);
  const most = rounded(attended + notKnown) >= rounded(needed);
  if (!most) return { ...person, status: short() };
  if (!least) return { ...person, status: departed ? "unknown" : "open" };
  if (!rule.plannedEnd || recorded || endedAsPlanned(cases, unit)) return { ...person, status: "completed" };
  return { ...person, status: short() };
}

/** Twelve and three quarters of 17 must not fail by a rounding. */
function rounded(sessions: number): number {
  return Math.round(sessions * 1e9) / 1e9;
}

function endedAsPlanned({ departure, tables, referralRow }: Cases, unit: number): boolean {
  const planned = ["completed", "planned-end"];
  const row = referralRow(unit);
  const closure = row < 0 ? null : textAt(tables.referrals?.columns.closure_reason, row);
  return planned.includes(departure(unit)?.reason ?? "") || (closure !== null && planned.includes(closure));
}
