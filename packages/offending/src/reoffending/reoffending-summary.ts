import type { Engine } from "@likewise/engine";
import type { Anchors, Columns, Observation, Outcome, Refusal, StudyPlan } from "@likewise/schema";
import { outcomeCounting } from "../events/counting-rules.ts";
import { peopleObserved } from "../events/people-observed.ts";
import type { DeclaredWeights } from "../harm/harm-of-study.ts";
import { firstSeverities } from "./first-severity.ts";
import { peopleSeen } from "./people-seen.ts";
import { type ReoffendingFigures, reoffendingFigures } from "./reoffending-figures.ts";

export interface ReoffendingSummary {
  readonly kind: "likewise/reoffending";
  /** Id of the outcome whose definition says which events count. */
  readonly definition: string;
  readonly options: Pick<Outcome, "basis" | "events" | "definition"> & { readonly windows: readonly string[] };
  /** By window in the order given, then by group. */
  readonly figures: readonly ReoffendingFigures[];
  readonly refusals: readonly Refusal[];
}

/**
 * Reoffending of groups by one definition over any windows: share, events a person, time to the first, rate per year at
 * liberty, severity of the first, and beside them the events the programme itself makes.
 *
 * @param outcome id of an outcome of the plan of table events: its basis and events say what counts
 * @param windows ids; the outcome's own when left out
 * @param weights table for the severity of the first event; none when left out
 * @throws RangeError when the plan has no such outcome; Failure (usage) when outcome and window do not fit together
 */
export async function reoffendingSummary({
  engine,
  plan,
  tables,
  anchors,
  observation,
  groups,
  outcome,
  windows,
  weights,
}: {
  readonly engine: Engine;
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly groups: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly outcome: string;
  readonly windows?: readonly string[];
  readonly weights?: DeclaredWeights;
}): Promise<ReoffendingSummary> {
  const declared = plan.outcomes.find(({ id, from = "events" }) => id === outcome && from === "events");
  if (declared === undefined) {
    throw new RangeError(`reoffendingSummary: outcome must be an outcome of the plan from events, got ${outcome}`);
  }
  const ids = windows ?? (declared.window === undefined ? [] : [declared.window]);
  const countings = ids.map((window) => outcomeCounting({ ...declared, window }));
  const people = peopleObserved(anchors, observation);
  const rowOf = new Map(people.map(({ unit }, row) => [unit, row]));
  for (const unit of groups.flatMap(({ units }) => Array.from(units))) {
    if (!rowOf.has(unit)) throw new RangeError(`reoffendingSummary: units must be among the anchors, got ${unit}`);
  }
  const given = { tables, anchors, observation, people };
  const seen = await peopleSeen({ engine, ...given }, countings);
  const severity = weights === undefined ? null : firstSeverities({ ...given, groups, weights, countings });
  return {
    kind: "likewise/reoffending",
    definition: outcome,
    options: { basis: declared.basis, events: declared.events ?? "all", definition: declared.definition, windows: ids },
    figures: countings.flatMap(({ window }, at) =>
      groups.map(({ id, units }) => {
        const rows = [...new Set(units)].map((unit) => rowOf.get(unit)!);
        return {
          group: id,
          window: window.id,
          custodyRemoved: tables.orders !== undefined,
          ...reoffendingFigures(rows.map((row) => seen[at]![row]!)),
          severity:
            severity?.of(
              at,
              rows.filter((row) => seen[at]![row]!.whole),
            ) ?? null,
        };
      }),
    ),
    refusals: severity?.refusals ?? [],
  };
}
