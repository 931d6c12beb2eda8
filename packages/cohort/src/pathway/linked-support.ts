import { type Columns, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { median, type Share, shareOf } from "@likewise/stats";
import { dayAt, textAt } from "../people/fields.ts";
import { dayReached, readCases } from "./cases.ts";
import { dimensionOf, notInData, shareCell } from "./cells.ts";

export interface LinkedSupport {
  readonly kind: "likewise/linked-support";
  readonly definition: "victim-survivor-linked-to-worker";
  readonly options: { readonly workerType: string };
  /** People who started with a victim-survivor linked to them. */
  readonly cases: number;
  readonly startedWithoutVictimSurvivor: number;
  readonly victimSurvivorsPerCase: number | null;
  /** Victim-survivors with a worker, of all linked to somebody who started. */
  readonly victimSurvivors: Share;
  /** Cases with at least one such victim-survivor. */
  readonly casesWithSome: Share;
  readonly casesWithAll: Share;
  /** From the start of the case to the worker’s first day; below 0 where the worker came first. */
  readonly lagDays: { readonly median: number | null; readonly known: number; readonly unknown: number };
  readonly refusals: readonly Refusal[];
}

/**
 * Whether a worker was allocated to the victim-survivors of everyone who started.
 *
 * Two shares that answer two questions: of victim-survivors, and of cases with some link. A case with two
 * victim-survivors of whom one has a worker is half of the first and all of the second.
 *
 * @param workerType worker of `links.worker_type`, default idva; a link to a worker without a type does not count
 */
export function linkedSupport({
  plan,
  tables,
  workerType = "idva",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  workerType?: string;
}): LinkedSupport {
  const cases = readCases({ plan, tables });
  const what = `victim-survivors linked to a ${workerType}`;
  const { links } = tables;
  const refusals: Refusal[] =
    links === undefined
      ? [notInData("no-links", what, "links")]
      : links.columns.worker_type === undefined
        ? [notInData("no-links", what, "links.worker_type")]
        : [];
  const victimsOf = new Map<string, Set<string>>();
  const workerFrom = new Map<string, number | null>();
  if (links !== undefined && refusals.length === 0) {
    const { person, linked_person, kind, from, worker_type } = links.columns;
    for (let row = 0; row < links.numRows; row++) {
      const [a, b, kindOfLink] = [textAt(person, row), textAt(linked_person, row), textAt(kind, row)];
      if (a === null || b === null) continue;
      if (kindOfLink === "dyad") victimsOf.set(a, (victimsOf.get(a) ?? new Set()).add(b));
      const type = textAt(worker_type, row);
      if (type !== workerType) continue;
      // A dyad may itself carry the worker’s type; a link to a worker names the person it is for.
      const victim = kindOfLink === "worker" ? a : b;
      const day = dayAt(from, row);
      const standing = workerFrom.get(victim);
      workerFrom.set(
        victim,
        standing === undefined || standing === null ? day : day === null ? standing : Math.min(day, standing),
      );
    }
  }
  const started = [...(cases.reached.get("started")?.keys() ?? [])].sort((a, b) => a - b);
  const withVictims = started.filter((unit) => victimsOf.has(cases.people.ids[unit]!));
  const pairs = withVictims.map((unit) => ({ unit, victims: [...victimsOf.get(cases.people.ids[unit]!)!] }));
  const linkedOf = (victims: readonly string[]) => victims.filter((victim) => workerFrom.has(victim));
  const allVictims = new Set(pairs.flatMap(({ victims }) => victims));
  const lags = pairs.flatMap(({ unit, victims }) =>
    linkedOf(victims).map((victim) => {
      const start = dayReached(cases, "started", unit) ?? null;
      const day = workerFrom.get(victim) ?? null;
      return start === null || day === null ? null : day - start;
    }),
  );
  const knownLags = lags.filter((lag) => lag !== null);
  return {
    kind: "likewise/linked-support",
    definition: "victim-survivor-linked-to-worker",
    options: { workerType },
    cases: pairs.length,
    startedWithoutVictimSurvivor: refusals.length > 0 ? 0 : started.length - pairs.length,
    victimSurvivorsPerCase:
      pairs.length === 0 ? null : pairs.reduce((sum, { victims }) => sum + victims.length, 0) / pairs.length,
    victimSurvivors: shareOf(linkedOf([...allVictims]).length, allVictims.size),
    casesWithSome: shareOf(pairs.filter(({ victims }) => linkedOf(victims).length > 0).length, pairs.length),
    casesWithAll: shareOf(
      pairs.filter(({ victims }) => linkedOf(victims).length === victims.length).length,
      pairs.length,
    ),
    lagDays: {
      median: knownLags.length === 0 ? null : median(knownLags),
      known: knownLags.length,
      unknown: lags.length - knownLags.length,
    },
    refusals,
  };
}

export function linkedSupportTables({
  victimSurvivors,
  casesWithSome,
  casesWithAll,
  refusals,
}: LinkedSupport): Table[] {
  if (refusals.length > 0) return [];
  const rows = [
    { id: "victim-survivors", label: "Victim-survivors with a worker", share: victimSurvivors },
    { id: "cases-with-some", label: "Cases with some victim-survivor who has one", share: casesWithSome },
    { id: "cases-with-all", label: "Cases whose victim-survivors all have one", share: casesWithAll },
  ];
  return [
    {
      id: tableId("linked-support"),
      title: "Workers allocated to victim-survivors of people who started",
      unit: "person",
      definition: "linked-support",
      window: null,
      dimensions: [dimensionOf("of", "Share of", rows, false)],
      cells: rows.map(({ id, share }) => shareCell({ of: id }, share.numerator, share.denominator)),
      linked: [],
    },
  ];
}
