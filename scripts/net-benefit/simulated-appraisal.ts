import {
  type Appraisal,
  appraise,
  drawNumbers,
  type EconomicModel,
  type UncertainNumber,
} from "../../packages/economics/src/index.ts";
import { randomStream } from "../../packages/stats/src/index.ts";

/** What a programme and its evaluation look like; its true numbers are drawn from these. */
const numbers: Readonly<Record<"spend" | "police" | "harm" | "times" | "decay", UncertainNumber>> = {
  spend: { kind: "gamma", mean: 300_000, standardError: 30_000 },
  police: { kind: "gamma", mean: 700, standardError: 140 },
  harm: { kind: "gamma", mean: 2200, standardError: 500 },
  times: { kind: "log-normal-mean", mean: 1.6, standardError: 0.25 },
  decay: { kind: "beta", mean: 0.35, standardError: 0.08 },
};
const people = 300;
/** Events a person in a year; the programme's are fewer. */
const rates = { treated: 0.9, comparison: 1.2 };

export interface SimulatedAppraisal {
  /** true net value, pounds */
  readonly net: number;
  readonly appraisal: Appraisal;
}

/**
 * A programme whose true numbers are drawn from the distributions a model of it would use, evaluated on events that are counted
 * in both arms, and appraised from those counts.
 *
 * @param balanced the cost is known, and just what the programme is truly worth
 */
export function simulatedAppraisal(
  seed: number,
  { balanced, draws }: { balanced: boolean; draws: number },
): SimulatedAppraisal {
  const stream = randomStream(`net benefit ${seed}`);
  const truth = drawNumbers(numbers, stream.split("truth"), 1);
  const counted = stream.split("events");
  const events = {
    treated: counted.poisson(people * rates.treated),
    comparison: counted.poisson(people * rates.comparison),
  };
  const worth = appraise(modelOf(fixed(truth), rates, null), { seed, draws: 2 }).benefit.estimate;
  const spend = balanced ? worth : truth.spend[0]!;
  const used = balanced ? { ...numbers, spend: { kind: "fixed", value: worth } as const } : numbers;
  const observed = { treated: events.treated / people, comparison: events.comparison / people };
  const model = modelOf(used, observed, events);
  return { net: worth - spend, appraisal: appraise(model, { seed, draws }) };
}

function fixed(truth: Readonly<Record<keyof typeof numbers, Float64Array>>): Record<string, UncertainNumber> {
  return Object.fromEntries(Object.entries(truth).map(([name, [value]]) => [name, { kind: "fixed", value: value! }]));
}

/** @param events counted in each arm; null where the rates are known */
function modelOf(
  used: Readonly<Record<string, UncertainNumber>>,
  observed: { readonly treated: number; readonly comparison: number },
  events: { readonly treated: number; readonly comparison: number } | null,
): EconomicModel {
  const line = {
    effect: { treated: "treated", comparison: "comparison", gain: "fewer", windowYears: 1 },
    multiplier: "times",
    priceFactor: 1,
    cashable: null,
    lagYears: 0,
    persistsYears: 3,
    decay: "decay",
  } as const;
  return {
    priceYear: "2024-25",
    years: 3,
    schedule: "green-book-2026",
    harmSchedule: null,
    reached: people,
    intake: [1],
    counts: { referred: people, started: null, completed: null },
    numbers: used,
    joint: [
      {
        keys: ["treated", "comparison"],
        link: "log",
        estimates: [Math.log(observed.treated), Math.log(observed.comparison)],
        covariance: events === null ? [0, 0, 0, 0] : [1 / events.treated, 0, 0, 1 / events.comparison],
      },
    ],
    costs: [
      {
        id: "spend",
        label: "Programme",
        payer: "Funder",
        kind: "cash",
        phase: "running",
        amount: "spend",
        times: null,
        priceFactor: 1,
        year: 0,
      },
    ],
    benefits: [
      {
        ...line,
        id: "police",
        label: "Police time",
        agency: "Police",
        kind: "fiscal",
        component: "other",
        value: "police",
      },
      {
        ...line,
        id: "harm",
        label: "Harm to victims",
        agency: "People",
        kind: "social",
        component: "harm",
        value: "harm",
      },
    ],
    correction: null,
    bias: null,
    success: null,
  };
}
