import { countName, type Table, tableId } from "@likewise/schema";
import { shareOf } from "@likewise/stats";
import { tableInterval } from "../table-interval.ts";
import type { ReoffendingFigures } from "./reoffending-figures.ts";
import type { ReoffendingSummary } from "./reoffending-summary.ts";

type Cell = Table["cells"][number];

/**
 * A summary of reoffending as tables to publish, up to five for each window: share, events, time to
 * the first, what the programme itself makes, severity.
 *
 * Where the value is a mean or a median the cell's counts are the people it rests on, so that it is withheld with them:
 * those with an event of those followed. Groups may overlap, so that none has a total.
 */
export function reoffendingTables(summary: ReoffendingSummary): Table[] {
  return summary.options.windows.flatMap((window) => {
    const figures = summary.figures.filter((one) => one.window === window);
    const made = [
      shareTable(figures, summary.definition),
      eventsTable(figures, summary.definition),
      firstTable(figures, summary.definition),
      ...(figures.some(({ programme }) => programme.peopleWithAny > 0)
        ? [programmeTable(figures, summary.definition)]
        : []),
      ...(figures.some(({ severity }) => severity !== null) ? [severityTable(figures, summary.definition)] : []),
    ];
    const ids = made.map(({ part }) => tableId(`reoffending-*-${part}`, `${summary.definition}-${window}`));
    return made.map(({ part: _part, ...table }, at) => ({
      id: ids[at]!,
      unit: "person" as const,
      definition: `${summary.options.definition}:${summary.definition}`,
      window,
      ...table,
      linked: ids.filter((other) => other !== ids[at]),
    }));
  });
}

type Part = Pick<Table, "title" | "dimensions" | "cells"> & { readonly part: ReoffendingPart };
type ReoffendingPart = "share" | "events" | "first" | "programme" | "severity";

function groupsOf(figures: readonly ReoffendingFigures[]): Table["dimensions"][number] {
  return {
    id: "group",
    label: "Group",
    levels: figures.map(({ group }) => ({ id: group, label: group })),
    total: null,
  };
}

function shareTable(figures: readonly ReoffendingFigures[], outcome: string): Part {
  return {
    part: "share",
    title: "People with an event, of those observed over the whole window (Wilson interval)",
    dimensions: [groupsOf(figures)],
    cells: figures.map((one) => ({
      at: { group: one.group },
      numerator: one.reoffenders,
      denominator: one.observed,
      value: one.share,
      interval: tableInterval(one.interval),
      of: observedNames(one.group, outcome),
    })),
  };
}

type Names = { readonly numerator: string; readonly denominator: string };

/** As comparisons, and shares of the same people in other tables, call them. */
function observedNames(arm: string, outcome: string): Names {
  return {
    numerator: countName("with outcome", { arm, outcome }),
    denominator: countName("observed for outcome", { arm, outcome }),
  };
}

/** Those followed for a part of the window too, where there are any. */
function followedNames({ group, observed, reoffenders, first }: ReoffendingFigures, outcome: string): Names {
  if (first.people === observed && first.withEvent === reoffenders) return observedNames(group, outcome);
  return {
    numerator: countName("with outcome while followed", { arm: group, outcome }),
    denominator: countName("followed for outcome", { arm: group, outcome }),
  };
}

function eventsTable(figures: readonly ReoffendingFigures[], outcome: string): Part {
  const measures = [
    { id: "per-person", label: "events a person observed" },
    { id: "per-reoffender", label: "events a reoffender: conditional on reoffending, no effect" },
    { id: "per-year-at-liberty", label: "events a person-year at liberty" },
    { id: "per-year-all-time", label: "events a person-year, in custody or out" },
  ];
  return {
    part: "events",
    title: "Events, with the people they rest on",
    dimensions: [groupsOf(figures), { id: "measure", label: "Measure", levels: measures, total: null }],
    cells: figures.flatMap((one): Cell[] => {
      const whole = { numerator: one.reoffenders, denominator: one.observed, of: observedNames(one.group, outcome) };
      const followed = {
        numerator: one.first.withEvent,
        denominator: one.first.people,
        of: followedNames(one, outcome),
      };
      const at = (measure: string) => ({ at: { group: one.group, measure } });
      return [
        { ...at("per-person"), ...whole, value: one.perPerson, interval: tableInterval(one.perPersonInterval) },
        {
          ...at("per-reoffender"),
          ...whole,
          value: one.perReoffender,
          interval: tableInterval(one.perReoffenderInterval),
        },
        {
          ...at("per-year-at-liberty"),
          ...followed,
          value: one.atLiberty.rate,
          interval: tableInterval(one.atLiberty.interval),
        },
        {
          ...at("per-year-all-time"),
          ...followed,
          value: one.allTime.rate,
          interval: tableInterval(one.allTime.interval),
        },
      ];
    }),
  };
}

function firstTable(figures: readonly ReoffendingFigures[], outcome: string): Part {
  return {
    part: "first",
    title: "Median days to the first event (Kaplan–Meier; people followed for less are censored)",
    dimensions: [groupsOf(figures)],
    cells: figures.map((one) => ({
      at: { group: one.group },
      numerator: one.first.withEvent,
      denominator: one.first.people,
      value: one.first.medianDays,
      interval: one.first.lower === null || one.first.upper === null ? null : [one.first.lower, one.first.upper],
      of: followedNames(one, outcome),
    })),
  };
}

/** Beside the headline, because a programme that looks more finds more: the outcome leaves these out of both arms alike. */
function programmeTable(figures: readonly ReoffendingFigures[], outcome: string): Part {
  const measures = [
    { id: "people", label: "people with any, as a share" },
    { id: "breaches", label: "breaches alone, a person" },
    { id: "found-by-looking", label: "found only by looking, a person" },
  ];
  return {
    part: "programme",
    title: "Events the programme itself makes, which the outcome leaves out",
    dimensions: [groupsOf(figures), { id: "measure", label: "Measure", levels: measures, total: null }],
    cells: figures.flatMap(({ group, first: { people }, programme }): Cell[] => {
      const of = {
        numerator: countName("with event of the programme", { arm: group, outcome }),
        denominator: countName("followed for events of the programme", { arm: group, outcome }),
      };
      const { peopleWithAny: numerator } = programme;
      const perPerson = (measure: string, events: number, interval: readonly [number, number] | null): Cell => ({
        at: { group, measure },
        numerator,
        denominator: people,
        value: people === 0 ? null : events / people,
        interval: tableInterval(interval),
        of,
      });
      return [
        { at: { group, measure: "people" }, ...shareOf(numerator, people), of },
        perPerson("breaches", programme.breaches, programme.breachesInterval),
        perPerson("found-by-looking", programme.foundByLooking, programme.foundByLookingInterval),
      ];
    }),
  };
}

function severityTable(figures: readonly ReoffendingFigures[], outcome: string): Part {
  const levels = figures.flatMap(({ severity }) => severity?.classes ?? []);
  const distinct = levels.filter(({ id }, index) => levels.findIndex((one) => one.id === id) === index);
  const cells = figures.flatMap(({ group, observed, severity }): Cell[] => {
    const everyone = observedNames(group, outcome).denominator;
    const share = (level: string, people: number): Cell => ({
      at: { group, severity: level },
      ...shareOf(people, observed),
      of: { denominator: everyone },
    });
    return severity === null
      ? []
      : [
          ...severity.classes.map((one) => share(one.id, one.people)),
          share("none", severity.none),
          { ...share("all", observed), denominator: null, value: null, interval: null, of: { numerator: everyone } },
        ];
  });
  return {
    part: "severity",
    title: "People by the severity of their first event",
    dimensions: [
      groupsOf(figures),
      {
        id: "severity",
        label: "First event",
        levels: [
          ...distinct.map(({ id, label }) => ({ id, label })),
          { id: "none", label: "no event with a weight" },
          { id: "all", label: "everyone observed" },
        ],
        total: "all",
      },
    ],
    cells,
  };
}
