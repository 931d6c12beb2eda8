import { logisticFamily } from "./logistic-family.ts";
import { poissonFamily } from "./poisson-family.ts";
import { probitFamily } from "./probit-family.ts";

/** The generalised linear models that can be fitted. */
export const families = [logisticFamily, probitFamily, poissonFamily] as const;
