// Prices of one year as prices of another

export { type FinancialYear, financialYear } from "./prices/financial-year.ts";
export { type PriceIndex, priceIndices } from "./prices/price-index.ts";
export { type Repricing, reprice } from "./prices/reprice.ts";

// Later years count less

export { discountFactors } from "./discounting/discount-factors.ts";
export { type DiscountSchedule, discountSchedules } from "./discounting/discount-schedules.ts";

// What is known of a number, and draws of it

export { type Distribution, distributions } from "./uncertainty/distributions.ts";
export { drawJoint, type JointEstimates } from "./uncertainty/draw-joint.ts";
export { drawNumbers, meanOf, parametersOf } from "./uncertainty/draw-numbers.ts";
export type { Uncertain, UncertainKind, UncertainNumber } from "./uncertainty/uncertain-number.ts";

// What to decide, and what knowing more would be worth

export { type AcceptabilityAt, acceptability, type OptionDraws } from "./decision/acceptability.ts";
export { parameterInformation } from "./decision/parameter-information.ts";
export { perfectInformation } from "./decision/perfect-information.ts";

// A model as data, and what comes of it

export type { BenefitKind, BenefitLine, CostLine, EconomicModel } from "./model/economic-model.ts";
export type { AgencyMatrix, AgencyRow } from "./results/agency-matrix.ts";
export type { Amount, Ratio } from "./results/amounts.ts";
export { type Appraisal, type AppraiseOptions, appraise } from "./results/appraise.ts";
export { type BreakEven, breakEven, switchingValue } from "./results/break-even.ts";
export { type CostAndSuccess, type CostAndSuccessInput, costAndSuccess } from "./results/cost-and-success.ts";
export type { Against, CostPerSuccess, Quadrant } from "./results/cost-per-success.ts";
export type { Limits, Run } from "./results/mandatory-runs.ts";
export type { TornadoBar } from "./results/tornado.ts";
export { valueForMoney } from "./results/value-for-money.ts";

// Costs and benefits of a study

export { economicsOfStudy } from "./study/economics-of-study.ts";
export { economicsProblems } from "./study/economics-problems.ts";
export { economicsRefusals } from "./study/economics-refusals.ts";
export { economicsResult } from "./study/economics-result.ts";
export { fundingOfStudy } from "./study/funding-of-study.ts";
export type {
  LedgerRow,
  RejectedSpend,
  SpentItem,
  StudyEconomics,
  StudyEconomicsInput,
} from "./study/study-economics.ts";
export type { PlacedRefusal } from "./study/values-of-study.ts";

// Published values, as data

export type { CostParameter, CostPart, ParameterSet } from "./parameters/cost-parameter.ts";
export { type CountedValue, type DoubleCount, doubleCounts } from "./parameters/double-counts.ts";
export { correctionFor, type EvidenceGrade, evidenceCorrection } from "./parameters/evidence-correction.ts";
export { attributionsOf, costParameter, parameterSets } from "./parameters/parameter-sets.ts";
