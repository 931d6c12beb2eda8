import {
  addMonths,
  type EconomicGrant,
  type EconomicsPlan,
  type EconomicsResult,
  isoDate,
  naturalOrder,
  parseIsoDate,
} from "@likewise/schema";

type Funding = NonNullable<EconomicsResult["funding"]>;

interface Grant {
  readonly row: EconomicGrant;
  readonly from: number;
  readonly to: number;
}

/** Money that ends so soon without anything after it is a cliff edge. */
const monthsAhead = 6;

/**
 * Who funds a programme, until when, where two pay for one purpose on the same days, and what ends within six months of the extracts with
 * nothing of its purpose after it.
 *
 * @param asAt day of the extracts; without it nothing is held to end soon
 * @returns null where the plan tells of no grant
 */
export function fundingOfStudy({ funding }: Pick<EconomicsPlan, "funding">, asAt: string | undefined): Funding | null {
  if (funding === undefined) return null;
  const grants = funding
    .map((row): Grant => ({ row, from: parseIsoDate(row.from)!, to: parseIsoDate(row.to)! }))
    .sort((a, b) => a.to - b.to || a.from - b.from || naturalOrder(a.row.funder, b.row.funder));
  const total = funding.reduce((sum, { pounds }) => sum + pounds, 0);
  const today = asAt === undefined ? null : parseIsoDate(asAt);
  const after = grants.map((grant) => whatFollows(grant, grants, today));
  return {
    asAt: asAt ?? null,
    total,
    byFunder: mixOf(funding, total),
    grants: grants.map(({ row }, at) => ({ ...row, after: after[at]! })),
    overlaps: overlapsOf(grants),
    cliffs: cliffsOf(
      grants.filter((_, at) => after[at] === "cliff-edge"),
      grants,
    ),
  };
}

function whatFollows(
  { row, to }: Grant,
  grants: readonly Grant[],
  today: number | null,
): Funding["grants"][number]["after"] {
  if (grants.some((other) => other.row.purpose === row.purpose && covers(other, to + 1))) return "followed";
  return today !== null && to >= today && to <= addMonths(today, monthsAhead) ? "cliff-edge" : "nothing";
}

function covers({ from, to }: Grant, day: number): boolean {
  return from <= day && day <= to;
}

function mixOf(funding: readonly EconomicGrant[], total: number): Funding["byFunder"] {
  const by = new Map<string, number>();
  for (const { funder, pounds } of funding) by.set(funder, (by.get(funder) ?? 0) + pounds);
  return [...by]
    .map(([funder, pounds]) => ({ funder, pounds, share: pounds / total }))
    .sort((a, b) => b.pounds - a.pounds || naturalOrder(a.funder, b.funder));
}

function overlapsOf(grants: readonly Grant[]): Funding["overlaps"] {
  return grants.flatMap((first, at) =>
    grants.slice(at + 1).flatMap((second) => {
      const [from, to] = [Math.max(first.from, second.from), Math.min(first.to, second.to)];
      const one = first.row.purpose === second.row.purpose && first.row.funder !== second.row.funder;
      if (!one || from > to) return [];
      return [
        {
          purpose: first.row.purpose,
          funders: [first.row.funder, second.row.funder],
          from: isoDate(from),
          to: isoDate(to),
        },
      ];
    }),
  );
}

/** Money of one purpose that ends on one day, as a share of all that flows on it. */
function cliffsOf(ending: readonly Grant[], grants: readonly Grant[]): Funding["cliffs"] {
  const groups = new Map<string, Grant[]>();
  for (const grant of ending) {
    const key = JSON.stringify([grant.to, grant.row.purpose]);
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].map((group) => {
    const { row, to } = group[0]!;
    const flowing = (some: readonly Grant[]) =>
      some.filter((one) => covers(one, to)).reduce((sum, one) => sum + one.row.pounds / (one.to - one.from + 1), 0);
    return {
      day: isoDate(to),
      purpose: row.purpose,
      funders: [...new Set(group.map((one) => one.row.funder))],
      share: flowing(group) / flowing(grants),
    };
  });
}
