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
  {
    ...notBuilt,
    id: "optimal",
    label: "optimal pair matching",
    estimands: ["att"],
    needs: ["covariates", "propensityScore"],
    source: "Rosenbaum (1989), doi:10.1080/01621459.1989.10478868",
    adjustment: "matching",
  },
  {
    ...notBuilt,
    id: "full",
    label: "optimal full matching",
    estimands: ["att", "ate", "atc"],
    needs: ["covariates", "propensityScore"],
    source: "Hansen (2004), doi:10.1198/016214504000000647",
    adjustment: "matching",
  },
  {
    ...notBuilt,
    id: "subclass",
    label: "subclassification on the propensity score",
    estimands: ["att", "ate", "atc"],
    needs: ["covariates", "propensityScore"],
    source: "Rosenbaum and Rubin (1984), doi:10.1080/01621459.1984.10478078",
    adjustment: "matching",
  },
  {
    ...notBuilt,
    id: "cem",
    label: "coarsened exact matching",
    estimands: ["att"],
    needs: ["covariates"],
    source: "Iacus, King and Porro (2012), doi:10.1093/pan/mpr013",
    adjustment: "matching",
  },
  {
    ...notBuilt,
    id: "exact",
    label: "exact matching",
    estimands: ["att", "ate", "atc"],
    needs: ["exactColumns"],
    source: "Stuart (2010), doi:10.1214/09-STS313",
    adjustment: "matching",
  },
];
