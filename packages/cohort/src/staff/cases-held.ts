import { sessionsByUnit } from "../dose/session-data.ts";
import type { Cases } from "../pathway/cases.ts";
import { dayAt, textAt } from "../people/fields.ts";

/**
 * Open cases by the worker who holds them at the extract: by links to workers that last, and of a case without one by the
 * worker of its last session attended.
 */
export function casesHeld(cases: Cases): ReadonlyMap<string, number> {
  const { members, departure, reached, tables, people, asAt } = cases;
  const isOpen = (unit: number) => reached.get("completed")?.has(unit) !== true && departure(unit) === null;
  const linked = linkedWorkers(cases);
  const sessions = sessionsByUnit(tables.sessions, people, asAt);
  const held = new Map<string, number>();
  for (const unit of members.filter(isOpen)) {
    const attended = (sessions?.get(unit) ?? []).filter(
      ({ attended: came, worker }) => came === true && worker !== null,
    );
    const last = attended.at(-1)?.worker;
    const workers = linked.get(unit) ?? new Set(last === undefined || last === null ? [] : [last]);
    for (const worker of workers) held.set(worker, (held.get(worker) ?? 0) + 1);
  }
  return held;
}

function linkedWorkers({ tables: { links }, people, asAt }: Cases): ReadonlyMap<number, ReadonlySet<string>> {
  const workers = new Map<number, Set<string>>();
  for (let row = 0; row < (links?.numRows ?? 0); row++) {
    const { person, linked_person, kind, from, to } = links!.columns;
    const [who, worker] = [textAt(person, row), textAt(linked_person, row)];
    const unit = who === null ? undefined : people.unitOf.get(who);
    if (textAt(kind, row) !== "worker" || unit === undefined || worker === null) continue;
    const [first, last] = [dayAt(from, row), dayAt(to, row)];
    if (last !== null && (asAt === null || last < asAt)) continue;
    if (asAt !== null && first !== null && first > asAt) continue;
    const of = workers.get(unit) ?? new Set<string>();
    workers.set(unit, of);
    of.add(worker);
  }
  return workers;
}
