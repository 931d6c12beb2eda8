import type { Results } from "@likewise/schema";
import type { Derived } from "./number-tracer.ts";

/** Numbers that pages work out of several, before any is rounded: each with what it is worked out of. */
export const derivedNumbers: readonly Derived[] = [
  {
    name: "capacity released: what public budgets avoid, less what could leave them",
    values: (results) => kindsOf(results).map(({ fiscal, cashable }) => fiscal.estimate - cashable.estimate),
  },
  {
    name: "gains of people and society: earnings and output, and welfare",
    values: (results) => kindsOf(results).map(({ economic, social }) => economic.estimate + social.estimate),
  },
  {
    name: "limits of what each person cost: those of the cost, shared among as many",
    values: ({ economics }) => {
      const money = economics?.appraisal;
      if (money == null) return [];
      const { cost, costPer } = money;
      return [costPer.referral, costPer.start, costPer.completer].flatMap((pounds) =>
        pounds === null ? [] : cost.interval.map((limit) => (limit * pounds) / cost.estimate),
      );
    },
  },
  {
    name: "items of spend that were rejected, for whatever reason but the layout of the file",
    values: ({ accounts }) => [
      accounts
        .filter(({ stage, table }) => stage === "ingest" && table === "costs")
        .flatMap(({ reasons }) => reasons)
        .filter(({ code }) => !/_row$|^repeated_header$|^other_table$|^key_repeated$/.test(code))
        .reduce((items, { rows }) => items + (typeof rows === "number" ? rows : 0), 0),
    ],
  },
  { name: "balance after each body has paid or gained, and what rounding leaves", values: balances },
  {
    name: "referred who are neither analysed nor without a match",
    values: ({ funnel, comparisons }) =>
      funnel
        .filter(({ step }) => step === "referred")
        .flatMap(({ count }) =>
          comparisons.flatMap(({ matching, estimates }) =>
            estimates.flatMap(({ treated }) => less(count, treated.n, matching?.treatedUnmatched)),
          ),
        ),
  },
  {
    name: "characteristics by how far apart the groups are: within 0.05, to 0.1, above",
    values: ({ comparisons }) =>
      comparisons.flatMap(({ balance }) =>
        [balance.map(({ before }) => before), balance.map(({ after }) => after)].flatMap((list) => {
          const sizes = list.flatMap((one) =>
            typeof one?.standardisedMeanDifference === "number" ? [Math.abs(one.standardisedMeanDifference)] : [],
          );
          const [near, apart] = [0.05, 0.1].map((limit) => sizes.filter((size) => size > limit).length) as [
            number,
            number,
          ];
          return [sizes.length - near, near - apart, apart];
        }),
      ),
  },
];

function kindsOf({ economics }: Results) {
  const money = economics?.appraisal;
  return money == null ? [] : [money.byKind];
}

function balances({ economics }: Results): number[] {
  const money = economics?.appraisal;
  if (money == null) return [];
  const { rows } = money.agencies;
  const { economic, social } = money.byKind;
  const paid = rows.filter(({ pays }) => pays !== 0).map(({ pays }) => -pays);
  const gained = rows.filter(({ gains }) => gains !== 0).map(({ gains }) => gains);
  const people = [economic.estimate, social.estimate].filter((pounds) => pounds !== 0);
  let so = 0;
  const found = [...paid, ...gained, ...people].map((by) => {
    so += by;
    return so;
  });
  const [cost, benefit, net] = [money.cost, money.benefit, money.netPresentSocialValue].map(({ estimate }) => estimate);
  return [...found, net! - so, cost! + sum(paid), benefit! - sum([...gained, ...people])];
}

function sum(list: readonly number[]): number {
  return list.reduce((so, one) => so + one, 0);
}

function less(...[from, ...parts]: readonly unknown[]): number[] {
  if (![from, ...parts].every((one) => typeof one === "number")) return [];
  return [(parts as number[]).reduce((left, one) => left - one, from as number)];
}
