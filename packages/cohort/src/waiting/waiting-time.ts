import { type Columns, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type KaplanMeier, kaplanMeier, survivalAt, survivalQuantile } from "@likewise/stats";
import { byLevel, type Cases, dayReached, levelReader, readCases } from "../pathway/cases.ts";
import { dimensionOf, figureCell, levelsOf, notInData, notRecorded, total } from "../pathway/cells.ts";
import { labelOf } from "../pathway/pathway-tables.ts";

/** Days by which a share have arrived; a limit is null where the curve does not fall so far. */
export interface Quantile {
  readonly days: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Share that has arrived within so many days, 95 % interval; null beyond follow-up. */
export interface ShareWithin {
  readonly days: number;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ArrivedWithin extends ShareWithin {
  /** People seen to arrive within so many days. */
  readonly arrived: number;
}

export interface Waiting {
  readonly id: string;
  /** At the first stage with a day, and not out of order. */
  readonly waiting: number;
  readonly arrived: number;
  /** Still waiting at the extract. */
  readonly open: number;
  readonly left: number;
  /** Of `left`: no day recorded, so not in the curve of those still waiting. */
  readonly leftWithoutDay: number;
  /** At the first stage without a day, at the second without one, or in the wrong order: in no curve. */
  readonly unknown: number;
  /** Wait of those who stay: people who leave are censored on the day they leave. */
  readonly median: Quantile;
  readonly lowerQuartile: Quantile;
  readonly upperQuartile: Quantile;
  readonly within: readonly ShareWithin[];
  /** Of everyone who began to wait, those who left included: they will not arrive. */
  readonly withinOfAll: readonly ArrivedWithin[];
}

export interface WaitingResult {
  readonly kind: "likewise/waiting";
  readonly definition: string;
  readonly options: {
    readonly from: string;
    readonly to: string;
    readonly withinDays: readonly number[];
    readonly by: string | null;
  };
  readonly overall: Waiting | null;
  readonly levels: readonly Waiting[];
  readonly refusals: readonly Refusal[];
}

/**
 * Waiting time between two stages by Kaplan–Meier. A mean or median of completed waits only would be too short, as long
 * waits are the ones not over; so cases still open wait up to the extract date and are censored there.
 *
 * Two questions, two curves. `median`, quartiles and `within`: how long does somebody wait who stays (leavers censored
 * when they leave)? `withinOfAll`: how many of all who began to wait had arrived by then (leavers stay in the
 * denominator; with no censoring but the extract date this is the cumulative incidence)?
 *
 * @param from, to   stages of the pathway
 * @param withinDays days, default 28, 56 and 84
 * @param by         breakdown as in `pathway`; none when left out
 * @returns nothing but a refusal where there is no extract date, a stage is not recorded, or nobody waits
 * @source Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452; Brookmeyer and Crowley (1982), doi:10.2307/2530286
 */
export function waitingTime({
  plan,
  tables,
  from,
  to,
  withinDays = [28, 56, 84],
  by = null,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  from: string;
  to: string;
  withinDays?: readonly number[];
  by?: string | null;
}): WaitingResult {
  const cases = readCases({ plan, tables });
  const what = `waiting time from ${from} to ${to}`;
  const levelOf = by === null ? null : levelReader(cases, by);
  const missing = [from, to].filter((stage) => !cases.reached.has(stage));
  const refusals: Refusal[] = [
    ...missing.map((stage) => notInData("stage-not-recorded", what, `the stage ${stage}`)),
    ...(by !== null && levelOf === null ? [notInData("breakdown-not-in-data", `${what} by ${by}`, by)] : []),
    ...(cases.asAt === null ? [noExtractDate(what)] : []),
  ];
  const began = [...(cases.reached.get(from)?.keys() ?? [])].sort((a, b) => a - b);
  const asAt = cases.asAt;
  const canTell = missing.length === 0 && asAt !== null;
  const wait = (id: string, units: readonly number[]) => waitOf(cases, asAt!, id, units, from, to, withinDays);
  return {
    kind: "likewise/waiting",
    definition: `waiting-${from}-${to}`,
    options: { from, to, withinDays, by },
    overall: canTell ? wait("all", began) : null,
    levels:
      canTell && levelOf !== null
        ? [...byLevel(began, levelOf)].map(([level, units]) => wait(level ?? notRecorded, units))
        : [],
    refusals,
  };
}

/** Median wait and shares within so many days, by level; the people are those the curve is of. */
export function waitingTables({ definition, options, overall, levels }: WaitingResult): Table[] {
  if (overall === null) return [];
  const { by, from, to, withinDays } = options;
  const rows = by === null ? [overall] : [...levels, overall];
  const levelId = (row: Waiting) => (row === overall ? total : row.id);
  const at = (row: Waiting) => (by === null ? {} : { [by]: levelId(row) });
  const outer = by === null ? [] : [dimensionOf(by, labelOf(by), levelsOf(levels.map(({ id }) => id)), true)];
  const base = { unit: "person" as const, window: null, linked: [] };
  const name = `${from}-${to}${by === null ? "" : `-by-${by.replace(".", "-").replaceAll("_", "-")}`}`;
  const limits = (lower: number | null, upper: number | null): [number, number] | null =>
    lower === null || upper === null ? null : [lower, upper];
  return [
    {
      ...base,
      id: tableId("waiting-*-median", name),
      title: `From ${from} to ${to}: median days, cases still open censored`,
      definition: `${definition}-median`,
      dimensions: outer,
      cells: rows.map((row) =>
        figureCell(at(row), row.arrived, row.waiting, row.median.days, limits(row.median.lower, row.median.upper)),
      ),
    },
    {
      ...base,
      id: tableId("waiting-*-within", name),
      title: `From ${from} to ${to}: of all who began to wait, those who arrived within so many days`,
      definition: `${definition}-within-of-all`,
      dimensions: [
        { ...dimensionOf("days", "Within days", levelsOf(withinDays.map(String)), false), cumulative: true },
        ...outer,
      ],
      // Where nobody is still waiting, the share times the people is the number who had arrived.
      cells: rows.flatMap((row) =>
        row.withinOfAll.map(({ days, arrived, share, lower, upper }) =>
          figureCell({ days: String(days), ...at(row) }, arrived, row.waiting, share, limits(lower, upper)),
        ),
      ),
    },
  ];
}

function noExtractDate(what: string): Refusal {
  return {
    id: "no-extract-date",
    what,
    why: "Without an extract date nobody can say how long open cases have waited",
    unlocks: "Set data.asAt",
  };
}

/** The wait of some units, who are all at the first stage. */
export function waitOf(
  cases: Cases,
  asAt: number,
  id: string,
  units: readonly number[],
  from: string,
  to: string,
  withinDays: readonly number[],
): Waiting {
  const staying: { time: number; event: number }[] = [];
  const ofAll: { time: number; event: number }[] = [];
  const counts = { arrived: 0, open: 0, left: 0, leftWithoutDay: 0, unknown: 0 };
  for (const unit of units) {
    const start = dayReached(cases, from, unit) ?? null;
    const end = dayReached(cases, to, unit);
    if (start === null || start > asAt || end === null || (end !== undefined && end < start)) {
      counts.unknown++;
      continue;
    }
    if (end !== undefined && end <= asAt) {
      counts.arrived++;
      staying.push({ time: end - start, event: 1 });
      ofAll.push({ time: end - start, event: 1 });
      continue;
    }
    ofAll.push({ time: asAt - start, event: 0 });
    const departure = cases.departure(unit);
    if (departure === null) {
      counts.open++;
      staying.push({ time: asAt - start, event: 0 });
      continue;
    }
    counts.left++;
    if (departure.day === null || departure.day < start) counts.leftWithoutDay++;
    else staying.push({ time: departure.day - start, event: 0 });
  }
  const curve = curveOf(staying);
  const all = curveOf(ofAll);
  return {
    id,
    waiting: ofAll.length,
    ...counts,
    median: quantileOf(curve, 0.5),
    lowerQuartile: quantileOf(curve, 0.25),
    upperQuartile: quantileOf(curve, 0.75),
    within: withinDays.map((days) => arrivedWithin(curve, days)),
    withinOfAll: withinDays.map((days) => ({
      ...arrivedWithin(all, days),
      arrived: ofAll.filter(({ time, event }) => event === 1 && time <= days).length,
    })),
  };
}

function curveOf(rows: readonly { time: number; event: number }[]): KaplanMeier | null {
  if (rows.length === 0) return null;
  return kaplanMeier({ time: rows.map(({ time }) => time), event: rows.map(({ event }) => event) });
}

function quantileOf(curve: KaplanMeier | null, share: number): Quantile {
  if (curve === null) return { days: null, lower: null, upper: null };
  // The upper limit of survival gives the later time.
  const { time, lower, upper } = survivalQuantile(curve, share);
  return { days: time, lower, upper };
}

function arrivedWithin(curve: KaplanMeier | null, days: number): ShareWithin {
  const last = curve === null ? -1 : curve.times.at(-1)!;
  const reachesZero = curve !== null && curve.survival.at(-1) === 0;
  if (curve === null || (days > last && !reachesZero)) return { days, share: null, lower: null, upper: null };
  const { survival, lower, upper } = survivalAt(curve, days);
  return {
    days,
    share: 1 - survival,
    lower: upper === null ? null : 1 - upper,
    upper: lower === null ? null : 1 - lower,
  };
}
