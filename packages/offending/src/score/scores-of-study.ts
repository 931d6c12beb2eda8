import {
  type Anchors,
  type Columns,
  datesOf,
  integersOf,
  isPresent,
  type Observation,
  parseIsoDate,
  type Refusal,
  type ScorePlan,
  type StudyPlan,
} from "@likewise/schema";
import { basisRules, scopeRules } from "../events/counting-rules.ts";
import { peopleObserved } from "../events/people-observed.ts";
import { valueAt } from "../events/read-cell.ts";
import type { HarmMatchReport } from "../harm/harm-match-report.ts";
import { type DeclaredWeights, weighedEvents, weightsNamed } from "../harm/harm-of-study.ts";
import { type ScoreChange, scoreChange } from "./score-change.ts";
import type { CountPoints, ScoreConfiguration } from "./score-configuration.ts";
import { type PersonToScore, type Scores, scorePeople } from "./score-people.ts";
import type { ScoredEvent } from "./score-person.ts";
import { type ScoreStability, scoreStability } from "./score-stability.ts";

/** One declared score on every as-of day of the plan. */
export interface StudyScore {
  readonly id: string;
  /** One for each as-of day; none where the score was refused. For `private/`. */
  readonly scores: readonly Scores[];
  readonly stability: readonly ScoreStability[];
  /** From the first as-of day to the last; null with one day. */
  readonly change: ScoreChange | null;
  readonly report: HarmMatchReport;
  readonly refusal: Refusal | null;
}

/**
 * The scores that `cohort.scores` declares in full (`rfgv`), on each of their as-of days: ranking, stability from day to
 * day, and the change from the first to the last beside what decay alone makes of it.
 *
 * @param weights     the tables of data.weights
 * @param selected    units of people selected; everyone analysed when left out
 * @param notSelected units of people like them who were not; none when left out
 * @param top         size of the list whose stability is shown; 20 when left out
 * @throws Failure (usage) when a score's weight table has not been brought, or there are no events
 */
export function scoresOfStudy({
  plan,
  tables,
  anchors,
  observation,
  weights,
  selected,
  notSelected,
  top = 20,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly weights: readonly DeclaredWeights[];
  readonly selected?: Int32Array;
  readonly notSelected?: Int32Array;
  readonly top?: number;
}): StudyScore[] {
  return (plan.cohort.scores ?? []).flatMap(({ id, rfgv }, index): StudyScore[] => {
    if (rfgv === undefined) return [];
    const declared = weightsNamed(rfgv.gravity.table, weights, `cohort.scores[${index}].rfgv.gravity`);
    const weighed = weighedEvents({ declared, tables, anchors, observation });
    const { report } = weighed;
    if (report.refusal !== null) {
      const refusal = { ...report.refusal, what: `score ${id}` };
      return [{ id, scores: [], stability: [], change: null, report, refusal }];
    }
    const configuration = configurationOf(id, rfgv, declared);
    const people = peopleToScore(configuration, weighed, anchors, observation);
    const days = rfgv.asOf.map((text) => parseIsoDate(text)!);
    const scores = days.map((asOf) => scorePeople(people, { asOf, configuration }));
    const between = (units: Int32Array | undefined) => {
      const inside = units === undefined ? null : new Set(units);
      return people
        .filter(({ unit }) => inside?.has(unit) ?? true)
        .map((person) => ({ ...person, from: days[0]!, to: days.at(-1)! }));
    };
    const change =
      days.length < 2
        ? null
        : scoreChange({
            selected: between(selected),
            notSelected: notSelected === undefined ? [] : between(notSelected),
            configuration,
          });
    return [{ id, scores, stability: scoreStability(scores, { top }), change, report, refusal: null }];
  });
}

function configurationOf(id: string, plan: ScorePlan, { weights }: DeclaredWeights): ScoreConfiguration {
  const { recency } = plan;
  return {
    id,
    lookBackDays: plan.lookBackDays ?? 730,
    events: plan.events,
    basis: plan.basis ?? "incident",
    weights: plan.weights,
    recency:
      recency.bands === undefined
        ? { halfLifeDays: recency.halfLifeDays!, points: recency.points! }
        : { bands: recency.bands },
    frequency: countPoints(plan.frequency),
    gravity: { summary: plan.gravity.summary, tableSha256: weights.sha256 },
    victims: countPoints(plan.victims),
  };
}

function countPoints({ cap, bands }: ScorePlan["frequency"]): CountPoints {
  return bands === undefined ? { cap } : { bands };
}

/** People analysed with the events that qualify for the score. */
function peopleToScore(
  { basis, events: scope }: ScoreConfiguration,
  { events, harm }: ReturnType<typeof weighedEvents>,
  anchors: Anchors,
  observation: Observation,
): PersonToScore[] {
  const rules = [
    basisRules.find((rule) => rule.basis === basis)!.where,
    scopeRules.find((rule) => rule.events === scope)!.where,
  ];
  const where = rules.flatMap((flags) => Object.entries(flags));
  const units = integersOf(events, "unit").values;
  const days = datesOf(events, "date").values;
  const { event, victim } = events.columns;
  const eventsOf = new Map<number, ScoredEvent[]>();
  for (let row = 0; row < events.numRows; row++) {
    if (!where.every(([flag, value]) => (events.columns[flag]?.values[row] === 1) === value)) continue;
    const reference = valueAt(event, row);
    const victimId = valueAt(victim, row);
    const scored: ScoredEvent = {
      event: reference === null ? `row ${row + 1}` : String(reference),
      day: days[row]!,
      gravity: isPresent(harm, row) ? harm.values[row]! : null,
      victim: victimId === null ? null : String(victimId),
    };
    const before = eventsOf.get(units[row]!);
    if (before === undefined) eventsOf.set(units[row]!, [scored]);
    else before.push(scored);
  }
  return peopleObserved(anchors, observation).map(({ unit, from, to }) => ({
    unit,
    events: eventsOf.get(unit) ?? [],
    observed: from === null || to === null ? null : [from, to],
  }));
}
