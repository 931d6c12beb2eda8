import { mean, randomStream, sampleStandardDeviation } from "@likewise/stats";
import { type AcceptabilityAt, acceptability } from "../decision/acceptability.ts";
import { parameterInformation } from "../decision/parameter-information.ts";
import { perfectInformation } from "../decision/perfect-information.ts";
import type { EconomicModel } from "../model/economic-model.ts";
import { causedAt, type Evaluated, evaluate, type Points } from "../model/evaluate.ts";
import { drawnPoints, pointAt } from "../model/points-of.ts";
import { requireModel } from "../model/require-model.ts";
import { type AgencyMatrix, agencyMatrix } from "./agency-matrix.ts";
import { type Amount, amountOf, type Ratio, ratioOf } from "./amounts.ts";
import { type BreakEven, breakEven } from "./break-even.ts";
import { type CostPerSuccess, costPerSuccess } from "./cost-per-success.ts";
import { effectsOf, numbersOf } from "./inputs.ts";
import { type Limits, mandatoryRuns, type Run } from "./mandatory-runs.ts";
import { paybackYears } from "./payback.ts";
import { type TornadoBar, tornado } from "./tornado.ts";

export interface AppraiseOptions {
  /** draws of everything uncertain, default 5,000 */
  readonly draws?: number;
  readonly seed: number | string;
  /** of intervals, default 0.95 */
  readonly level?: number;
  /** arm values of the effect at the worse of its limits, by key of the joint estimates */
  readonly worseLimit?: Limits;
  /** pounds one more success may be held to be worth, for the acceptability curve */
  readonly worths?: readonly number[];
  /** why nothing can be said of what knowing more is worth, where the draws leave out what is most uncertain */
  readonly withoutInformation?: string;
}

/** A cost-benefit result; pounds in prices of `priceYear`, present value. */
export interface Appraisal {
  readonly kind: "likewise/appraisal";
  readonly version: 1;
  readonly priceYear: string;
  readonly years: number;
  readonly schedule: string;
  readonly draws: number;
  readonly seed: number | string;
  readonly level: number;
  readonly cost: Amount;
  /** cost over people, at the best values; none of them is caused by anything */
  readonly costPer: Readonly<Record<"referral" | "start" | "completer", number | null>>;
  readonly benefit: Amount;
  readonly byKind: Readonly<Record<"fiscal" | "economic" | "social" | "cashable", Amount>>;
  /** benefit less cost */
  readonly netPresentSocialValue: Amount;
  /** cost less what public budgets gain: below 0, budgets gain more than is paid */
  readonly netBudgetImpact: Amount;
  readonly benefitCostRatio: Ratio;
  readonly fiscalReturn: Ratio;
  readonly cashableReturn: Ratio;
  /** share of draws in which gains exceed costs */
  readonly probabilityPositive: number;
  /** mean of the net value over the draws, */
  readonly meanNet: number;
  /** and its standard error, which comes from the number of draws alone */
  readonly monteCarloError: number;
  /** years until what budgets gained covers what was paid; null within the years appraised */
  readonly paybackYears: number | null;
  /** of those years, by the first 5,000 draws; null where a limit lies beyond the years appraised */
  readonly paybackInterval: readonly [number | null, number | null];
  readonly agencies: AgencyMatrix;
  readonly costPerSuccess: CostPerSuccess | null;
  /** `needed`: successes more a person, caused by the programme, that would just pay at this worth */
  readonly acceptability: readonly (AcceptabilityAt & { readonly needed: number | null })[];
  readonly breakEven: readonly BreakEven[];
  readonly tornado: readonly TornadoBar[];
  readonly runs: readonly Run[];
  /** the most that knowing more could be worth before deciding whether to go on; pounds for everybody reached */
  readonly perfectInformation: number | null;
  /** why it is null */
  readonly withoutInformation: string | null;
  /** of it by number, largest first */
  readonly parameterInformation: readonly { readonly name: string; readonly worth: number }[];
}

/**
 * Costs against benefits, with everything uncertain carried through: one set of draws of all numbers and of the joint effect, best
 * values beside them, ratios of best values with the interval of their draws.
 *
 * The same model, seed and number of draws give the same result, bit for bit.
 *
 * @throws RangeError when parts of the model do not fit each other, or draws are fewer than two
 * @source HM Treasury, The Green Book (2026); Briggs, Claxton and Sculpher (2006), Decision Modelling for Health Economic Evaluation
 * @example
 * const cost = { id: "staff", label: "Staff", payer: "Council", kind: "cash", phase: "running", amount: "staff", times: null, priceFactor: 1, year: 0 };
 * const joint = [{ keys: ["t", "c"], link: "identity", estimates: [1, 3], covariance: [0, 0, 0, 0] }];
 * const benefit = { id: "police", label: "Police", agency: "Police", kind: "fiscal", component: "other", effect: { treated: "t", comparison: "c", gain: "fewer", windowYears: 1 }, multiplier: null, value: "visit", priceFactor: 1, cashable: null, lagYears: 0, persistsYears: 1, decay: null };
 * const numbers = { staff: { kind: "fixed", value: 400 }, visit: { kind: "fixed", value: 50 } };
 * const model = { priceYear: "2024-25", years: 1, schedule: "green-book-2026", harmSchedule: null, reached: 6, intake: [1], counts: { referred: 8, started: 6, completed: 4 }, numbers, joint, costs: [cost], benefits: [benefit], correction: null, bias: null, success: null };
 * appraise(model, { seed: 1, draws: 10 }).benefitCostRatio.estimate; // 1.5
 */
export function appraise(model: EconomicModel, options: AppraiseOptions): Appraisal {
  requireModel("appraise", model);
  const { draws = 5000, seed, level = 0.95, worseLimit = null, worths = [], withoutInformation } = options;
  if (!Number.isInteger(draws) || draws < 2) {
    throw new RangeError(`appraise: draws must be a whole number of 2 or more, got ${draws}`);
  }
  const points = pointAt(model);
  const best = evaluate(model, points, 1);
  const drawn = drawnPoints(model, randomStream(seed), draws);
  const each = evaluate(model, drawn, draws);
  const amount = (of: (at: Evaluated) => Float64Array) => amountOf(of(best)[0]!, of(each), level);
  // Of nothing valued there is no ratio.
  const ratio = (over: (at: Evaluated) => Float64Array): Ratio =>
    model.benefits.length === 0
      ? { estimate: null, interval: [null, null] }
      : ratioOf({ over: over(best)[0]!, under: best.cost[0]! }, { over: over(each), under: each.cost }, level);
  const success =
    model.success === null
      ? null
      : costPerSuccess(
          { ...model, success: model.success },
          drawn,
          points,
          { best: best.cost[0]!, draws: each.cost },
          level,
        );
  return {
    kind: "likewise/appraisal",
    version: 1,
    priceYear: model.priceYear,
    years: model.years,
    schedule: model.schedule,
    draws,
    seed,
    level,
    cost: amount((at) => at.cost),
    costPer: costPer(model, best.cost[0]!),
    benefit: amount((at) => at.benefit),
    byKind: {
      fiscal: amount((at) => at.byKind.fiscal),
      economic: amount((at) => at.byKind.economic),
      social: amount((at) => at.byKind.social),
      cashable: amount((at) => at.cashable),
    },
    netPresentSocialValue: amount((at) => at.net),
    netBudgetImpact: amount((at) => at.cost.map((pounds, i) => pounds - at.byKind.fiscal[i]!)),
    benefitCostRatio: ratio((at) => at.benefit),
    fiscalReturn: ratio((at) => at.byKind.fiscal),
    cashableReturn: ratio((at) => at.cashable),
    probabilityPositive: each.net.reduce((count, pounds) => count + Number(pounds > 0), 0) / draws,
    meanNet: mean(each.net),
    monteCarloError: sampleStandardDeviation(each.net) / Math.sqrt(draws),
    paybackYears: finite(paybackYears(model, points, 1)[0]!),
    paybackInterval: paybackInterval(model, drawn, draws, level),
    agencies: agencyMatrix(best, each, level),
    costPerSuccess: success,
    acceptability: acceptabilityOf(model, drawn, { best: best.cost[0]!, draws: each.cost }, worths),
    breakEven: (["all", "fiscal", "cashable"] as const).map((counting) => breakEven(model, counting)),
    tornado: tornado(model, drawn, level),
    runs: mandatoryRuns(model, worseLimit),
    withoutInformation: withoutInformation ?? null,
    ...(withoutInformation === undefined
      ? information(model, drawn, each.net)
      : { perfectInformation: null, parameterInformation: [] }),
  };
}

/** Years are worked out once more for each year appraised: of so many draws at most. */
const drawsOfPayback = 5000;

function paybackInterval(
  model: EconomicModel,
  drawn: Points,
  draws: number,
  level: number,
): [number | null, number | null] {
  const n = Math.min(draws, drawsOfPayback);
  const first = Object.fromEntries(Object.entries(drawn).map(([name, values]) => [name, values.subarray(0, n)]));
  const [lower, upper] = amountOf(0, paybackYears(model, first, n), level).interval;
  return [finite(lower), finite(upper)];
}

function finite(years: number): number | null {
  return Number.isFinite(years) ? years : null;
}

function costPer({ counts }: EconomicModel, cost: number): Appraisal["costPer"] {
  const over = (count: number | null) => (count === null || count === 0 ? null : cost / count);
  return { referral: over(counts.referred), start: over(counts.started), completer: over(counts.completed) };
}

/** With the programme against without, by what one more success may be worth. */
function acceptabilityOf(
  { success, reached, bias }: EconomicModel,
  drawn: Points,
  cost: { readonly best: number; readonly draws: Float64Array },
  worths: readonly number[],
): Appraisal["acceptability"] {
  if (success === null || worths.length === 0) return [];
  const [treated, comparison] = [drawn[success.treated]!, drawn[success.comparison]!];
  const sign = success.gain === "more" ? 1 : -1;
  const none = new Float64Array(cost.draws.length);
  const effect = treated.map((value, i) => reached * causedAt(sign * (value - comparison[i]!), bias, drawn, i));
  const options = [
    { id: "without", cost: none, effect: none },
    { id: "with", cost: cost.draws, effect },
  ];
  return acceptability(options, worths).map((at) => ({
    ...at,
    needed: at.worth > 0 ? cost.best / (reached * at.worth) : null,
  }));
}

/** Deciding between going on and not: the worth of knowing all, and each number alone. */
function information(model: EconomicModel, drawn: Points, net: Float64Array) {
  const options = [new Float64Array(net.length), net];
  const inputs = [...numbersOf(model), ...effectsOf(model)];
  const each = inputs.map(({ name, values }) => ({ name, worth: parameterInformation(values(drawn), options) }));
  return {
    perfectInformation: perfectInformation(options),
    parameterInformation: each.sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1)),
  };
}
