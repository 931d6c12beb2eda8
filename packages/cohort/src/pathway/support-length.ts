import { type Columns, naturalOrder, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { kaplanMeier, survivalQuantile } from "@likewise/stats";
import { dayAt, textAt } from "../people/fields.ts";
import type { Quantile } from "../waiting/waiting-time.ts";
import { readCases } from "./cases.ts";
import { dimensionOf, figureCell, notInData } from "./cells.ts";
import { type PartnerSharing, partnerSharing } from "./partner-sharing.ts";

export interface SupportLength {
  readonly kind: "likewise/support-length";
  readonly definition: "first-to-last-day-with-worker";
  readonly options: { readonly workerType: string };
  /** Victim-survivors with a worker whose first day is known. */
  readonly supported: number;
  readonly ended: number;
  /** Still supported at the extract: censored there, for how long it will last is not known. */
  readonly open: number;
  /** No first day, or a last day before it: in no curve. */
  readonly unknown: number;
  /** Days of support by Kaplan–Meier. */
  readonly median: Quantile;
  readonly lowerQuartile: Quantile;
  readonly upperQuartile: Quantile;
  /** Agencies that shared information, a case, mean; null where there are no requests. */
  readonly agenciesPerCase: PartnerSharing["partnersPerCase"];
  readonly refusals: readonly Refusal[];
}

/**
 * How long victim-survivors are supported, and how many agencies take part in a case: support that is meant to last and
 * to be coordinated is short, or one service’s alone, where these say so.
 *
 * A median of support that has ended is too short, for the longest is what is still open: that is censored at the extract.
 * Somebody with several links is supported from the first day to the last, breaks between them included.
 *
 * @param workerType worker of `links.worker_type`, default idva
 * @returns nothing but a refusal where there is no extract date or no such link
 * @source Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452
 */
export function supportLength({
  plan,
  tables,
  workerType = "idva",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  workerType?: string;
}): SupportLength {
  const { asAt } = readCases({ plan, tables });
  const what = `length of support by a ${workerType}`;
  const { links } = tables;
  const missing = ["worker_type", "from"].find((field) => links?.columns[field] === undefined);
  const refusals: Refusal[] = [
    ...(missing === undefined ? [] : [notInData("no-links", what, links === undefined ? "links" : `links.${missing}`)]),
    ...(asAt === null ? [noExtractDate(what)] : []),
  ];
  const spells = refusals.length > 0 || asAt === null ? [] : spellsOf(links!, workerType, asAt);
  const known = spells.filter((spell) => spell !== null);
  const curve =
    known.length === 0
      ? null
      : kaplanMeier({ time: known.map(({ days }) => days), event: known.map(({ ended }) => Number(ended)) });
  const quantile = (share: number): Quantile => {
    if (curve === null) return { days: null, lower: null, upper: null };
    const { time, lower, upper } = survivalQuantile(curve, share);
    return { days: time, lower, upper };
  };
  const ended = known.filter((spell) => spell.ended).length;
  return {
    kind: "likewise/support-length",
    definition: "first-to-last-day-with-worker",
    options: { workerType },
    supported: known.length,
    ended,
    open: known.length - ended,
    unknown: spells.length - known.length,
    median: quantile(0.5),
    lowerQuartile: quantile(0.25),
    upperQuartile: quantile(0.75),
    agenciesPerCase: tables.requests === undefined ? null : partnerSharing({ plan, tables }).partnersPerCase,
    refusals,
  };
}

interface Spell {
  readonly days: number;
  readonly ended: boolean;
}

/** One spell a victim-survivor; null where it cannot be placed in time. */
function spellsOf({ numRows, columns }: Columns, workerType: string, asAt: number): (Spell | null)[] {
  const found = new Map<string, { from: number | null; to: number | null }[]>();
  for (let row = 0; row < numRows; row++) {
    if (textAt(columns.worker_type, row) !== workerType) continue;
    // A dyad may itself carry the worker’s type; a link to a worker names the person it is for.
    const id = textAt(textAt(columns.kind, row) === "worker" ? columns.person : columns.linked_person, row);
    const from = dayAt(columns.from, row);
    if (id === null || (from !== null && from > asAt)) continue;
    found.set(id, [...(found.get(id) ?? []), { from, to: dayAt(columns.to, row) }]);
  }
  return [...found]
    .sort(([a], [b]) => naturalOrder(a, b))
    .map(([, links]) => {
      const starts = links.flatMap(({ from }) => from ?? []);
      if (starts.length < links.length || links.some(({ from, to }) => to !== null && to < from!)) return null;
      const first = Math.min(...starts);
      const last = Math.max(...links.map(({ to }) => (to === null || to > asAt ? Number.POSITIVE_INFINITY : to)));
      return last > asAt ? { days: asAt - first, ended: false } : { days: last - first, ended: true };
    });
}

function noExtractDate(what: string): Refusal {
  return {
    id: "no-extract-date",
    what,
    why: "Without an extract date nobody can say how long support still open has lasted",
    unlocks: "Set data.asAt",
  };
}

/** Quartiles of the days, beside everybody supported and those whose support has ended. */
export function supportLengthTables({
  supported,
  ended,
  median,
  lowerQuartile,
  upperQuartile,
  options: { workerType },
}: SupportLength): Table[] {
  if (supported === 0) return [];
  const rows = [
    { id: "quarter", label: "A quarter are supported no longer than", days: lowerQuartile },
    { id: "half", label: "Half are supported no longer than (median)", days: median },
    { id: "three-quarters", label: "Three quarters are supported no longer than", days: upperQuartile },
  ];
  return [
    {
      id: tableId("support-length"),
      title: `Days a victim-survivor is supported by a ${workerType}, support still open censored at the extract`,
      unit: "person",
      definition: `support-length-${workerType}`,
      window: null,
      dimensions: [dimensionOf("share", "Of victim-survivors supported", rows, false)],
      cells: rows.map(({ id, days: { days, lower, upper } }) =>
        figureCell({ share: id }, ended, supported, days, lower === null || upper === null ? null : [lower, upper]),
      ),
      linked: [],
    },
  ];
}
