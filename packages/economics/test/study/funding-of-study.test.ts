import { economicsProblems, fundingOfStudy } from "@likewise/economics";
import type { EconomicsPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";

type Grants = NonNullable<EconomicsPlan["funding"]>;

const grant = (funder: string, purpose: string, pounds: number, from: string, to: string) => ({
  funder,
  purpose,
  pounds,
  from,
  to,
});

/** Case work until March 2026 with a second year agreed, places until July 2025 with nothing after, both from two funders. */
const funding: Grants = [
  grant("Home Office", "Case work", 400_000, "2024-04-01", "2025-03-31"),
  grant("Council", "Case work", 200_000, "2025-01-01", "2026-03-31"),
  grant("Council", "Housing", 100_000, "2024-08-01", "2025-07-31"),
  grant("Charity", "Housing", 300_000, "2024-08-01", "2025-07-31"),
];

describe("practice-D26: funders, ends, overlaps and cliff edges", () => {
  const found = fundingOfStudy({ funding }, "2025-02-15")!;

  it("the mix is what each gives of all", () => {
    expect(found.total).toBe(1_000_000);
    expect(found.byFunder).toEqual([
      { funder: "Home Office", pounds: 400_000, share: 0.4 },
      { funder: "Charity", pounds: 300_000, share: 0.3 },
      { funder: "Council", pounds: 300_000, share: 0.3 },
    ]);
  });

  it("money of one purpose that ends within six months with nothing after it is a cliff edge; the other is followed", () => {
    expect(found.grants.map(({ funder, purpose, after }) => [funder, purpose, after])).toEqual([
      ["Home Office", "Case work", "followed"],
      ["Charity", "Housing", "cliff-edge"],
      ["Council", "Housing", "cliff-edge"],
      ["Council", "Case work", "nothing"],
    ]);
    // On 31 July 2025 £400,000 a year flow for housing (365 days) and 200,000 over 455 days for case work.
    const [cliff] = found.cliffs;
    expect(cliff).toMatchObject({ day: "2025-07-31", purpose: "Housing", funders: ["Charity", "Council"] });
    expect(cliff!.share).toBeCloseTo(400_000 / 365 / (400_000 / 365 + 200_000 / 455), 12);
    expect(found.cliffs).toHaveLength(1);
  });

  it("six months are counted in months: to the day within, a day later not", () => {
    const ends = (asAt: string) => fundingOfStudy({ funding }, asAt)!.cliffs.map(({ day }) => day);
    expect(ends("2025-01-31")).toEqual(["2025-07-31"]);
    expect(ends("2025-01-30")).toEqual([]);
    expect(ends("2025-10-01")).toEqual(["2026-03-31"]);
    expect(ends("2026-04-01")).toEqual([]);
  });

  it("days on which two funders pay for one purpose are told, and one funder's own grants are not", () => {
    expect(found.overlaps).toEqual([
      { purpose: "Case work", funders: ["Home Office", "Council"], from: "2025-01-01", to: "2025-03-31" },
      { purpose: "Housing", funders: ["Charity", "Council"], from: "2024-08-01", to: "2025-07-31" },
    ]);
    const own: Grants = [
      grant("A", "x", 1, "2024-01-01", "2024-02-01"),
      grant("A", "x", 1, "2024-01-15", "2024-03-01"),
    ];
    expect(fundingOfStudy({ funding: own }, undefined)).toMatchObject({ asAt: null, overlaps: [], cliffs: [] });
  });

  it("no grants, nothing; a grant that ends before it begins is a problem of the plan", () => {
    expect(fundingOfStudy({}, "2025-01-01")).toBeNull();
    const backwards: Grants = [grant("A", "x", 1, "2024-02-01", "2024-01-01")];
    expect(economicsProblems({ economics: { priceYear: "2024-25", costs: {}, funding: backwards } as never })).toEqual([
      {
        path: "economics.funding[0].to",
        message: 'expected a day on or after the first one, 2024-02-01, found "2024-01-01"',
      },
    ]);
  });
});
