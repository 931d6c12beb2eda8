import type { Table } from "@likewise/schema";
import { shareOf } from "@likewise/stats";
import type { ScoreChange } from "./score-change.ts";

/**
 * A change of score as a table to publish: people by whether their score fell, and whether anything but decay can have
 * made it fall. The score itself is a number of no unit, and stays out.
 *
 * @param id     of the table
 * @param window id, or null where people have days of their own
 */
export function scoreChangeTable(change: ScoreChange, id: string, window: string | null = null): Table {
  const count = (holds: (person: ScoreChange["people"][number]) => boolean) => change.people.filter(holds).length;
  const levels = [
    {
      id: "fell-without-event",
      label: "score fell, no new event: decay alone",
      people: count((one) => one.newEvents === 0 && one.after < one.before),
    },
    {
      id: "same-without-event",
      label: "score the same, no new event",
      people: count((one) => one.newEvents === 0 && one.after >= one.before),
    },
    {
      id: "fell-with-event",
      label: "score fell, with a new event",
      people: count((one) => one.newEvents > 0 && one.after < one.before),
    },
    {
      id: "not-lower-with-event",
      label: "score the same or higher, with a new event",
      people: count((one) => one.newEvents > 0 && one.after >= one.before),
    },
  ];
  const total = change.people.length;
  return {
    id,
    title: `Change of score, configuration ${change.configurationSha256.slice(0, 12)}`,
    unit: "person",
    definition: `score-change-${change.configuration.id}`,
    window,
    dimensions: [
      {
        id: "change",
        label: "Score and new events",
        levels: [...levels.map(({ id: level, label }) => ({ id: level, label })), { id: "all", label: "everyone" }],
        total: "all",
      },
    ],
    cells: [
      ...levels.map(({ id: level, people }) => ({ at: { change: level }, ...shareOf(people, total) })),
      { at: { change: "all" }, numerator: total, denominator: null, value: null, interval: null },
    ],
    linked: [],
  };
}
