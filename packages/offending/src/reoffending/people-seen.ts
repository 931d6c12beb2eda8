import { type Engine, windowAggregates } from "@likewise/engine";
import {
  type Anchors,
  type Columns,
  integersOf,
  isPresent,
  type WindowDefinition,
  windowEdges,
} from "@likewise/schema";
import type { Counting } from "../events/counting-rules.ts";
import { observedEvents } from "../events/observed-events.ts";
import { engineAnchors, type PersonObserved } from "../events/people-observed.ts";
import { custodyDays } from "../windows/custody-days.ts";
import { notCovered } from "../windows/window-coverage.ts";

/** What was seen of one person in one window. */
export interface PersonSeen {
  /** Why nothing can be said; null where something can. */
  readonly reason: string | null;
  readonly whole: boolean;
  readonly events: number;
  readonly days: number;
  readonly custodyDays: number;
  readonly firstDay: number | null;
  readonly breaches: number;
  readonly foundByLooking: number;
}

/** What was seen of every person in every window, by window and then in the order of people. */
export async function peopleSeen(
  {
    engine,
    tables,
    anchors,
    people,
  }: {
    readonly engine: Engine;
    readonly tables: Readonly<Record<string, Columns>>;
    readonly anchors: Anchors;
    readonly people: readonly PersonObserved[];
  },
  countings: readonly Counting[],
): Promise<PersonSeen[][]> {
  if (countings.length === 0) return [];
  const needsVictim = countings.some((counting) => counting.needsVictim);
  const asked = countings.flatMap(({ window, where }, at) => {
    const unproven = { ...window, provenBy: null };
    return [
      { as: `events${at}`, window, where, measure: "count" as const },
      { as: `first${at}`, window, where, measure: "firstDay" as const },
      { as: `breaches${at}`, window: unproven, where: { breach: true }, measure: "count" as const },
      { as: `found${at}`, window: unproven, where: { breach: false, proactive: true }, measure: "count" as const },
    ];
  });
  const counted = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: observedEvents(tables, anchors, people, needsVictim),
    requests: asked,
  });
  const definitions = countings.map(({ window }) => window);
  const custody = await custodyDays(engine, tables, anchors, people, definitions);
  const countOf = (as: string, row: number) => {
    const column = integersOf(counted, as);
    return isPresent(column, row) ? column.values[row]! : null;
  };
  return definitions.map((window, at) =>
    people.map((person, row): PersonSeen => {
      const limits = followedIn(person, window);
      if (typeof limits === "string") return notSeen(limits);
      const first = countOf(`first${at}`, row);
      return {
        reason: null,
        whole: limits.whole,
        events: countOf(`events${at}`, row)!,
        days: limits.days,
        custodyDays: custody(window.id, person.unit),
        firstDay: first === null ? null : first + person.anchor! - limits.after,
        breaches: countOf(`breaches${at}`, row)!,
        foundByLooking: countOf(`found${at}`, row)!,
      };
    }),
  );
}

/** How far a person was followed in a window, or why nothing can be said. */
function followedIn(person: PersonObserved, window: WindowDefinition) {
  const edges = person.anchor === null ? null : windowEdges(window, person.anchor);
  const reason = notCovered(person, edges);
  if (reason !== null) return reason;
  const { after, upTo, provenBy } = edges!;
  if (provenBy !== null && person.to! < provenBy) return "proof-not-over";
  return { after, whole: person.to! >= upTo, days: Math.min(upTo, person.to!) - after };
}

function notSeen(reason: string): PersonSeen {
  return {
    reason,
    whole: false,
    events: 0,
    days: 0,
    custodyDays: 0,
    firstDay: null,
    breaches: 0,
    foundByLooking: 0,
  };
}
