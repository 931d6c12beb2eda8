import type { ComparisonMethod } from "./method.ts";

const notBuilt = { form: null, estimators: [] } as const;

/** Methods a plan may name and that are still to be built; asking for one is a usage failure, not a substitute. */
export const declaredMethods: readonly ComparisonMethod[] = [
  {
    ...notBuilt,
    id: "radius",
    label: "every comparison inside a radius, with replacement",
    estimands: ["att"],
    needs: ["covariates", "propensityScore"],
    source: "Dehejia and Wahba (2002), doi:10.1162/003465302317331982",
    adjustment: "matching",
  },
];
