// Prices of one year as prices of another

export { type FinancialYear, financialYear } from "./prices/financial-year.ts";
export { type PriceIndex, priceIndices } from "./prices/price-index.ts";
export { type Repricing, reprice } from "./prices/reprice.ts";

// Later years count less

export { discountFactors } from "./discounting/discount-factors.ts";
export { type DiscountSchedule, discountSchedules } from "./discounting/discount-schedules.ts";
