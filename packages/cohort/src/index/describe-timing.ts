import {
  type Anchors,
  type Baseline,
  type Cell,
  type Outcomes,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { exactPoissonInterval, kaplanMeier, survivalAt } from "@likewise/stats";
import { dimensionOf, figureCell } from "../pathway/cells.ts";
import { exposureSpells } from "./exposure-spells.ts";
import { type Landmark, landmark } from "./landmark.ts";
import { timedExposure } from "./timed-exposure.ts";

interface TimingInput {
  readonly plan: StudyPlan;
  readonly baseline: Baseline;
  readonly anchors: Anchors;
  readonly outcomes: Outcomes;
}

/**
 * The analyses against immortal time that a plan asks for: landmarks (`cohort.landmarks`) and days exposed
 * (`cohort.exposure`), of everyone analysed whose outcome is known. Whoever reached a stage chose to, or was chosen, so
 * neither is the effect of the stage.
 *
 * @returns results as plain data; tables for `results.tables`; what was refused
 */
export function describeTiming({ plan, ...given }: TimingInput): {
  readonly results: Readonly<Record<string, readonly object[]>>;
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
} {
  const landmarks = (plan.cohort.landmarks ?? []).map((asked) => landmarkOf(given, asked));
  const exposures = (plan.cohort.exposure ?? []).map((asked) => exposureOf(given, asked));
  const all = [...landmarks, ...exposures];
  return {
    results: {
      ...(landmarks.length === 0 ? {} : { landmarks: landmarks.map(({ result }) => result) }),
      ...(exposures.length === 0 ? {} : { exposure: exposures.map(({ result }) => result) }),
    },
    tables: all.flatMap(({ tables }) => tables),
    refusals: all.flatMap(({ refusals }) => refusals),
  };
}

interface Answer {
  readonly result: object;
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
}

type Given = Omit<TimingInput, "plan">;

function landmarkOf(
  given: Given,
  { outcome, stage, days }: { readonly outcome: string; readonly stage: string; readonly days: number },
): Answer {
  const { followUp, missing, undated } = timedExposure("landmark", { ...given, outcome, stage });
  const found = landmark({ ...followUp, landmarkDays: days });
  const result = { ...found, options: { outcome, stage, days }, missing, undated };
  const groups = [1, 0].map((exposed) => groupOf(found, exposed as 0 | 1));
  if (groups.some(({ people }) => people === 0)) {
    const refusal = {
      id: "landmark-one-group",
      what: `${outcome} from day ${days}, by ${stage}`,
      why: `Of the people still followed after day ${days}, ${groups[0]!.people === 0 ? "nobody" : "everybody"} had reached ${stage} by then`,
      unlocks: "Another day, chosen before outcomes are seen",
    };
    return { result, tables: [], refusals: [refusal] };
  }
  const until = Math.min(...groups.map(({ lastDay }) => lastDay));
  return { result, tables: [landmarkTable(found, groups, { outcome, stage, days, until })], refusals: [] };
}

interface Group {
  readonly id: "reached" | "not-reached";
  readonly people: number;
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly lastDay: number;
}

function groupOf({ exposed, time, event }: Landmark, of: 0 | 1): Group {
  const at = exposed.flatMap((one, i) => (one === of ? [i] : []));
  const days = at.map((i) => time[i]!);
  return {
    id: of === 1 ? "reached" : "not-reached",
    people: at.length,
    time: days,
    event: at.map((i) => event[i]!),
    lastDay: days.reduce((a, b) => Math.max(a, b), 0),
  };
}

/** Share with the event within as many days of the landmark as both groups were followed. */
function landmarkTable(
  { excluded }: Landmark,
  groups: readonly Group[],
  {
    outcome,
    stage,
    days,
    until,
  }: { readonly outcome: string; readonly stage: string; readonly days: number; readonly until: number },
): Table {
  const left = excluded.eventBefore + excluded.censoredBefore;
  const levels = [
    { id: "reached", label: `Had reached ${stage} by day ${days}` },
    { id: "not-reached", label: `Had not reached ${stage} by day ${days}` },
    { id: "left-out", label: `With the event, or no longer followed, by day ${days}` },
  ];
  return {
    id: tableId("landmark-*", `${outcome}-${stage}-${days}`),
    title: `${outcome} within ${until} days of day ${days}, by whether ${stage} was reached by then (Kaplan–Meier)`,
    unit: "person",
    definition: `landmark-${days}:${outcome}:${stage}`,
    window: null,
    dimensions: [dimensionOf("group", "Group", levels, false)],
    cells: [
      ...groups.map(({ id, people, time, event }) => {
        const { survival, lower, upper } = survivalAt(kaplanMeier({ time, event }), until);
        const events = event.filter((one, i) => one === 1 && time[i]! <= until).length;
        const limits: [number, number] | null = lower === null || upper === null ? null : [1 - upper, 1 - lower];
        return figureCell({ group: id }, events, people, 1 - survival, limits);
      }),
      { at: { group: "left-out" }, numerator: left, denominator: null, value: null, interval: null },
    ],
    linked: [],
  };
}

function exposureOf(given: Given, { outcome, stage }: { readonly outcome: string; readonly stage: string }): Answer {
  const { followUp, missing, undated } = timedExposure("exposure", { ...given, outcome, stage });
  const spells = exposureSpells(followUp);
  const cells = ([0, 1] as const).map((exposed): Cell => {
    const at = { group: exposed === 1 ? "after" : "before" };
    let [people, events, days] = [0, 0, 0];
    spells.exposed.forEach((one, row) => {
      if (one !== exposed) return;
      people += 1;
      events += spells.event[row]!;
      days += spells.stop[row]! - spells.start[row]!;
    });
    if (days === 0) return figureCell(at, 0, 0, null);
    const { rate, lower, upper } = exactPoissonInterval({ events, exposure: days / 365.25 });
    return figureCell(at, events, people, rate, [lower, upper]);
  });
  const levels = [
    { id: "before", label: `Days before ${stage}, and all days of those who never reached it` },
    { id: "after", label: `Days from ${stage} on` },
  ];
  return {
    result: {
      kind: "likewise/exposure",
      options: { outcome, stage },
      missing,
      undated,
      lengthened: spells.lengthened,
      exposedOnLastDay: spells.exposedOnLastDay,
    },
    tables: [
      {
        id: tableId("exposure-*", `${outcome}-${stage}`),
        title: `First events a person-year, before and from ${stage} (${outcome}; exact Poisson interval)`,
        unit: "person",
        definition: `exposure:${outcome}:${stage}`,
        window: null,
        dimensions: [dimensionOf("group", "Days", levels, false)],
        cells,
        linked: [],
      },
    ],
    refusals: [],
  };
}
