import type { BenefitLine, EconomicModel } from "../model/economic-model.ts";
import { evaluate } from "../model/evaluate.ts";
import { pointAt } from "../model/points-of.ts";

/** The model once more with one thing changed. */
export interface Run {
  readonly id: string;
  readonly label: string;
  /** null where the run does not apply to this model, with why */
  readonly net: number | null;
  readonly ratio: number | null;
  readonly why: string | null;
}

interface RunRule {
  readonly id: string;
  readonly label: string;
  /** the changed model with values moved, or why it does not apply */
  readonly change: (
    model: EconomicModel,
    limits: Limits,
  ) => { readonly model: EconomicModel; readonly moved?: Readonly<Record<string, number>> } | string;
}

/** The effect at the worse of its limits: arm values by key. */
export type Limits = Readonly<Record<string, number>> | null;

/** Runs every result is shown with, whatever they say. */
const runRules: readonly RunRule[] = [
  {
    id: "rate-3",
    label: "discounted by 3.0 % a year",
    change: (model) => ({ model: { ...model, schedule: "review-2026" } }),
  },
  {
    id: "harm-rate",
    label: "harm to people discounted by 1.5 % a year",
    change: (model) =>
      model.benefits.some(({ component }) => component === "harm")
        ? { model: { ...model, harmSchedule: "green-book-2026-health" } }
        : "no value of harm to people is among the benefits",
  },
  {
    id: "deadweight",
    label: "ten points more, or fewer, of the gain would have come anyway",
    change: () => "the comparison group stands for what would have come anyway: nothing more is taken off",
  },
  {
    id: "lower-effect",
    label: "the effect at the worse of its limits",
    change: (model, limits) => (limits === null ? "the effect has no interval" : { model, moved: limits }),
  },
  {
    id: "as-found",
    label: "the difference as it was found, without what is declared of its bias",
    change: (model) =>
      model.bias === null
        ? "no bias is declared: the difference stands as it was found"
        : { model: { ...model, bias: null } },
  },
  {
    id: "fiscal-only",
    label: "gains to public budgets alone",
    change: (model) => ({ model: withBenefits(model, ({ kind }) => kind === "fiscal") }),
  },
  {
    id: "cashable-only",
    label: "gains that can leave a budget alone",
    change: (model) => ({ model: cashableOnly(model) }),
  },
  {
    id: "one-year",
    label: "an effect of one year alone",
    change: (model) => ({
      model: {
        ...model,
        benefits: model.benefits.map((line) => ({ ...line, persistsYears: Math.min(1, line.persistsYears) })),
      },
    }),
  },
  {
    id: "no-anticipation",
    label: "without the cost of guarding against crime",
    change: (model) =>
      model.benefits.some(({ component }) => component === "anticipation")
        ? { model: withBenefits(model, ({ component }) => component !== "anticipation") }
        : "the cost of guarding against crime is not among the benefits",
  },
];

/**
 * The runs that must stand beside every result: another rate, harm by its own rate, the effect at its worse limit and without a declared bias, budgets alone,
 * cashable gains alone, one year alone, no anticipation.
 *
 * @param limits arm values of the effect at the worse of its limits
 */
export function mandatoryRuns(model: EconomicModel, limits: Limits): Run[] {
  return runRules.map(({ id, label, change }) => {
    const changed = change(model, limits);
    if (typeof changed === "string") return { id, label, net: null, ratio: null, why: changed };
    const at = evaluate(changed.model, pointAt(changed.model, changed.moved), 1);
    const cost = at.cost[0]!;
    return { id, label, net: at.net[0]!, ratio: cost > 0 ? at.benefit[0]! / cost : null, why: null };
  });
}

function withBenefits(model: EconomicModel, keep: (line: BenefitLine) => boolean): EconomicModel {
  return { ...model, benefits: model.benefits.filter(keep) };
}

/** Each fiscal value times the share of it that can leave a budget, as one fixed number a line. */
function cashableOnly(model: EconomicModel): EconomicModel {
  const lines = model.benefits.filter(({ kind, cashable }) => kind === "fiscal" && cashable !== null);
  const best = pointAt(model);
  return {
    ...model,
    benefits: lines.map((line) => ({ ...line, priceFactor: line.priceFactor * best[line.cashable!]![0]! })),
  };
}
