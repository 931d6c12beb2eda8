import type { BenefitLine, CostLine, EconomicModel } from "@likewise/economics";

/** A model of one effect of arms `t` and `c`, for tests to change. */
export function modelOf(parts: Partial<EconomicModel> = {}): EconomicModel {
  return {
    priceYear: "2024-25",
    years: 1,
    schedule: "green-book-2026",
    harmSchedule: null,
    reached: 100,
    intake: [1],
    counts: { referred: 100, started: 60, completed: 30 },
    numbers: { spend: { kind: "fixed", value: 60 }, value: { kind: "fixed", value: 1 } },
    joint: [{ keys: ["t", "c"], link: "identity", estimates: [0.5, 1.5], covariance: [0, 0, 0, 0] }],
    costs: [costOf()],
    benefits: [benefitOf()],
    correction: null,
    bias: null,
    success: null,
    ...parts,
  };
}

export function costOf(parts: Partial<CostLine> = {}): CostLine {
  return {
    id: "spend",
    label: "Programme",
    payer: "Funder",
    kind: "cash",
    phase: "running",
    amount: "spend",
    times: null,
    priceFactor: 1,
    year: 0,
    ...parts,
  };
}

export function benefitOf(parts: Partial<BenefitLine> = {}): BenefitLine {
  return {
    id: "police",
    label: "Police time",
    agency: "Police",
    kind: "fiscal",
    component: "other",
    effect: { treated: "t", comparison: "c", gain: "fewer", windowYears: 1 },
    multiplier: null,
    value: "value",
    priceFactor: 1,
    cashable: null,
    lagYears: 0,
    persistsYears: 1,
    decay: null,
    ...parts,
  };
}
