import type { StudyPlan } from "@likewise/schema";
import { discountSchedules } from "../discounting/discount-schedules.ts";
import { hasIndex } from "../prices/reprice.ts";
import { valueOfPlan } from "./values-of-plan.ts";

/** One thing wrong in the economics block of a plan, by its place. */
export interface EconomicsProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * What can be told of an economics block before any data are read: values that are not published or lack a part, prices no index holds,
 * an unknown discount schedule. Names of outcomes and comparisons are checked with the rest of the plan.
 *
 * @example
 * economicsProblems({ economics: { priceYear: "1990-91", costs: {} } })[0].path; // "economics.priceYear"
 */
export function economicsProblems({ economics }: Pick<StudyPlan, "economics">): EconomicsProblem[] {
  if (economics === undefined) return [];
  const { discount, priceYear, benefits = [], funding = [], costPerPerson } = economics;
  const schedules = discountSchedules.map(({ id }) => id);
  return [
    ...(hasIndex(priceYear)
      ? []
      : [
          {
            path: "economics.priceYear",
            message: `expected a financial year the price index holds, found "${priceYear}"`,
          },
        ]),
    ...(costPerPerson === undefined || hasIndex(costPerPerson.priceYear)
      ? []
      : [
          {
            path: "economics.costPerPerson.priceYear",
            message: `expected a financial year the price index holds, found "${costPerPerson.priceYear}"`,
          },
        ]),
    ...(discount === undefined || schedules.includes(discount)
      ? []
      : [
          {
            path: "economics.discount",
            message: `expected a discount schedule (${schedules.join(", ")}), found "${discount}"`,
          },
        ]),
    ...funding.flatMap(({ from, to }, at) =>
      from <= to
        ? []
        : [
            {
              path: `economics.funding[${at}].to`,
              message: `expected a day on or after the first one, ${from}, found "${to}"`,
            },
          ],
    ),
    ...benefits.flatMap(({ values }, index) =>
      values.flatMap((value, at) => {
        const path = `economics.benefits[${index}].values[${at}]`;
        const used = valueOfPlan(value, "value");
        if (typeof used === "string") {
          return [
            {
              path: value.parameter === undefined ? path : `${path}.parameter`,
              message: `expected a value that can be used, found ${used.replace(/^value: /, "")}`,
            },
          ];
        }
        return hasIndex(used.parameter.priceBase)
          ? []
          : [
              {
                path: `${path}.priceBase`,
                message: `expected a year the price index holds, found "${used.parameter.priceBase}"`,
              },
            ];
      }),
    ),
  ];
}
