import {
  type Anchors,
  type Columns,
  numberColumn,
  type Observation,
  type Outcomes,
  outcomesArtefact,
  type Refusal,
  type StudyPlan,
  stackOutcomes,
  windowEdges,
} from "@likewise/schema";
import { outcomeCounting } from "../events/counting-rules.ts";
import { peopleObserved } from "../events/people-observed.ts";
import { unitColumns } from "../events/unit-columns.ts";
import { missing, type OutcomeRow } from "../outcome-readers.ts";
import { notCovered } from "../windows/window-coverage.ts";
import type { HarmMatchReport } from "./harm-match-report.ts";
import { type DeclaredWeights, isHarmOutcome, weighedEvents, weightsNamed } from "./harm-of-study.ts";
import { harmInWindows } from "./harm-windows.ts";

/** Harm outcomes, with how well each weight table fitted and what was refused. */
export interface HarmOutcomes {
  /** null where the plan has no outcome of harm. */
  readonly outcomes: Outcomes | null;
  /** One for each weight table used. For `private/`: it lists offences in words. */
  readonly reports: readonly HarmMatchReport[];
  readonly refusals: readonly Refusal[];
}

/**
 * The plan's outcomes of harm: a continuous outcome for each person, the sum of the weights of their events in the window
 * or the greatest of them.
 *
 * The same events count as for any other outcome of the basis and scope. A person without an event has harm 0 where they
 * were observed over the window; an event that has no weight adds nothing, and where more crimes have none than the
 * threshold allows the outcome is refused: every value is missing (`value-not-usable`) and the refusal says what would
 * help. `observed`, `censored` and `missing` are as for counts; a censored harm is what was seen until then.
 *
 * @param weights the tables of data.weights
 * @param groups  units by group id, each of which must fit its weight table
 * @throws Failure (usage) when an outcome's parts do not fit together, or its table has not been brought
 */
export function harmOutcomes({
  plan,
  tables,
  anchors,
  observation,
  weights,
  groups = [],
  madeFrom = [],
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly weights: readonly DeclaredWeights[];
  readonly groups?: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly madeFrom?: readonly string[];
}): HarmOutcomes {
  const declared = plan.outcomes.filter(isHarmOutcome);
  if (declared.length === 0) return { outcomes: null, reports: [], refusals: [] };
  const people = peopleObserved(anchors, observation);
  const units = unitColumns("harmOutcomes", anchors, people);
  const countings = declared.map(outcomeCounting);
  const needsVictim = countings.some((counting) => counting.needsVictim);
  const weighed = new Map(
    declared.map((outcome) => {
      const one = weightsNamed(outcome.harm!.weights, weights, `outcomes: ${outcome.id}`);
      return [one.weights.id, weighedEvents({ declared: one, tables, anchors, observation, groups, needsVictim })];
    }),
  );
  const reports = [...weighed.values()].map(({ report }) => report);
  const outcomes = declared.map((outcome, index) => {
    const events = weighed.get(outcome.harm!.weights)!;
    const { window, where } = countings[index]!;
    const [harms] = harmInWindows(people, events.events, events, [{ window, where }]);
    const rows = people.map((person, row): OutcomeRow => {
      const edges = person.anchor === null ? null : windowEdges(window, person.anchor);
      const reason = notCovered(person, edges);
      if (reason !== null) return missing(reason);
      if (edges!.provenBy !== null && person.to! < edges!.provenBy) return missing("proof-not-over");
      if (events.report.refusal !== null) return missing("value-not-usable");
      return {
        value: harms![row]![outcome.harm!.summary],
        time: null,
        exposureYears: null,
        status: person.to! < edges!.upTo ? "censored" : "observed",
        missingReason: null,
      };
    });
    return outcomesArtefact({
      units,
      unitKind: anchors.unitKind,
      options: { outcomes: declared, weights: reports.map((report) => report.weights) },
      madeFrom,
      outcome: outcome.id,
      window: window.id,
      value: numberColumn(rows.map(({ value }) => value)),
      status: rows.map(({ status }) => status),
      missingReason: rows.map(({ missingReason }) => missingReason),
    });
  });
  return {
    outcomes: stackOutcomes(outcomes),
    reports,
    refusals: reports.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
  };
}
