import { appraise, type BenefitLine, type EconomicModel } from "../../packages/economics/src/index.ts";

/** Costs against benefits with the worth of knowing each number, wall and processor seconds. */
export interface AppraisalTiming {
  readonly draws: number;
  readonly parameters: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** One appraisal of 18 unit values and costs and of both arms of an effect: 20 uncertain parameters. */
export function appraisalTiming(draws: number): AppraisalTiming {
  const values = Array.from({ length: 17 }, (_, at) => `value-${at + 1}`);
  const model: EconomicModel = {
    priceYear: "2024-25",
    years: 5,
    schedule: "green-book-2026",
    harmSchedule: null,
    reached: 500,
    intake: [1],
    counts: { referred: 600, started: 500, completed: 300 },
    numbers: {
      spend: { kind: "gamma", mean: 900_000, standardError: 90_000 },
      ...Object.fromEntries(
        values.map((name, at) => [name, { kind: "gamma", mean: 200 + 20 * at, standardError: 60 }]),
      ),
    },
    joint: [{ keys: ["t", "c"], link: "log", estimates: [-0.2, 0.1], covariance: [0.004, 0.001, 0.001, 0.005] }],
    costs: [
      {
        id: "spend",
        label: "Spend",
        payer: "Council",
        kind: "cash",
        phase: "running",
        amount: "spend",
        times: null,
        priceFactor: 1,
        year: 0,
      },
    ],
    benefits: values.map(
      (value): BenefitLine => ({
        id: value,
        label: value,
        agency: "Police",
        kind: "fiscal",
        component: "other",
        effect: { treated: "t", comparison: "c", gain: "fewer", windowYears: 1 },
        multiplier: null,
        value,
        priceFactor: 1,
        cashable: null,
        lagYears: 0,
        persistsYears: 3,
        decay: null,
      }),
    ),
    correction: null,
    bias: null,
    success: null,
  };
  appraise(model, { seed: 1, draws: 2000 });
  const [start, processor] = [performance.now(), process.cpuUsage()];
  appraise(model, { seed: 1, draws });
  const { user, system } = process.cpuUsage(processor);
  return {
    draws,
    parameters: values.length + 3,
    seconds: (performance.now() - start) / 1000,
    processorSeconds: (user + system) / 1e6,
  };
}
