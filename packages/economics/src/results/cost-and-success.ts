import { randomStream } from "@likewise/stats";
import { acceptability } from "../decision/acceptability.ts";
import { drawJoint, type JointEstimates } from "../uncertainty/draw-joint.ts";
import { type Amount, amountOf } from "./amounts.ts";
import { type Against, type CostPerSuccess, costOfOneMore } from "./cost-per-success.ts";

export interface CostAndSuccessInput {
  /** arm values of cost (pounds a person) and of success, on the identity link, in the order of `keys` */
  readonly joint: JointEstimates;
  /** treated and comparison arm's key of each */
  readonly cost: readonly [string, string];
  readonly success: readonly [string, string];
  readonly label: string;
  readonly gain: "fewer" | "more";
  /** takes the prices of the costs to those wanted */
  readonly priceFactor: number;
  /** pounds a person paid for the programme where that is not among the costs; null where it is */
  readonly programme: Against | null;
  /** pounds one success may be held to be worth */
  readonly worths: readonly number[];
  readonly draws: number;
  readonly seed: number | string;
  /** of intervals */
  readonly level: number;
}

export interface CostAndSuccess {
  /** pounds a person more than without */
  readonly cost: Amount;
  /** of the estimated differences in cost and in successes; null where one of them is certain */
  readonly correlation: number | null;
  /** successes a person, and pounds for each */
  readonly success: CostPerSuccess;
  /** worth of the successes less the cost, pounds a person */
  readonly netBenefit: readonly { readonly worth: number; readonly amount: Amount; readonly with: number }[];
}

/**
 * Cost-effectiveness from what each person cost and whether each succeeded: both differences are drawn together, as the same people
 * answer for both, so that where whoever costs more also does better net benefit is surer than two separate errors would say.
 *
 * @source Stinnett and Mullahy (1998), doi:10.1177/0272989X98018002S09
 * @throws RangeError when a key is not among the estimates, they are on another link, or programme and draws differ in number
 * @example
 * const joint = { keys: ["ct", "cc", "st", "sc"], link: "identity", estimates: [900, 500, 0.75, 0.5], covariance: Array(16).fill(0) };
 * const input = { joint, cost: ["ct", "cc"], success: ["st", "sc"], label: "person", gain: "more", priceFactor: 1, programme: null };
 * costAndSuccess({ ...input, worths: [2000], draws: 10, seed: 1, level: 0.95 }).success.pounds; // 1600
 */
export function costAndSuccess(input: CostAndSuccessInput): CostAndSuccess {
  requireInput(input);
  const { joint, label, gain, priceFactor, programme, worths, draws, seed, level } = input;
  const drawn = drawJoint(joint, randomStream(seed).split("cost and success"), draws);
  const difference = ([treated, comparison]: readonly [string, string], times: number): Against => ({
    best: times * (estimateOf(joint, treated) - estimateOf(joint, comparison)),
    draws: drawn[treated]!.map((value, i) => times * (value - drawn[comparison]![i]!)),
  });
  const cost = plus(difference(input.cost, priceFactor), programme);
  const successes = difference(input.success, gain === "more" ? 1 : -1);
  const none = new Float64Array(draws);
  const options = [
    { id: "without", cost: none, effect: none },
    { id: "with", cost: cost.draws, effect: successes.draws },
  ];
  return {
    cost: amountOf(cost.best, cost.draws, level),
    correlation: correlationOf(input),
    success: costOfOneMore(label, { cost, successes }, level),
    netBenefit: acceptability(options, worths).map(({ worth, mostLikely }) => ({
      worth,
      amount: amountOf(
        worth * successes.best - cost.best,
        successes.draws.map((more, i) => worth * more - cost.draws[i]!),
        level,
      ),
      with: mostLikely[1]!,
    })),
  };
}

function requireInput({ joint, cost, success, programme, draws }: CostAndSuccessInput): void {
  const absent = [...cost, ...success].find((key) => !joint.keys.includes(key));
  if (absent !== undefined) throw new RangeError(`costAndSuccess: keys must be among the estimates, got ${absent}`);
  if (joint.link !== "identity") {
    throw new RangeError(
      `costAndSuccess: estimates must be on the identity link, as a cost may be 0, got ${joint.link}`,
    );
  }
  if (programme !== null && programme.draws.length !== draws) {
    throw new RangeError(`costAndSuccess: programme must have ${draws} draws, got ${programme.draws.length}`);
  }
}

function estimateOf({ keys, estimates }: JointEstimates, key: string): number {
  return estimates[keys.indexOf(key)]!;
}

function plus(one: Against, other: Against | null): Against {
  if (other === null) return one;
  return { best: one.best + other.best, draws: one.draws.map((pounds, i) => pounds + other.draws[i]!) };
}

function correlationOf({ joint: { keys, covariance }, cost, success, gain }: CostAndSuccessInput): number | null {
  const of = (a: string, b: string) => covariance[keys.indexOf(a) * keys.length + keys.indexOf(b)]!;
  const between = ([a, b]: readonly [string, string], [c, d]: readonly [string, string]) =>
    of(a, c) - of(a, d) - of(b, c) + of(b, d);
  const spread = Math.sqrt(between(cost, cost) * between(success, success));
  if (!(spread > 0)) return null;
  return ((gain === "more" ? 1 : -1) * between(cost, success)) / spread;
}
