import {
  attributionsOf,
  correctionFor,
  costParameter,
  doubleCounts,
  financialYear,
  parameterSets,
  priceIndices,
  reprice,
  valueForMoney,
} from "@likewise/economics";
import { describe, expect, it } from "vitest";

const all = parameterSets.flatMap(({ parameters }) => parameters);
const priced = new Set(priceIndices[0]!.years.map(({ year }) => year));

describe("every published value", () => {
  it("has an id of its own, a price base that can be repriced, a unit, a source and a status", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const one of all) {
      expect(priced.has(financialYear(one.priceBase).year), one.id).toBe(true);
      expect(one.pounds, one.id).toBeGreaterThanOrEqual(0);
      for (const text of [one.label, one.per, one.source, one.link, one.agency]) expect(text, one.id).not.toBe("");
      expect(["VERIFIED", "DERIVED", "RECALLED"]).toContain(one.status);
      if (one.domain !== "programme") expect(one.covers.length, one.id).toBeGreaterThan(0);
    }
  });

  it("parts of a domestic violence incident are the whole of public money (2,470, 2008-09)", () => {
    const parts = all.filter(({ id }) => /^ucd14-cr2-0-\d-fiscal$/.test(id));
    expect(parts.reduce((sum, { pounds }) => sum + pounds, 0)).toBe(costParameter("ucd14-cr2-0-fiscal").pounds);
  });

  it("public parts of a victim's abuse sum to within £2 of the £2,467 worked from millions, all parts to £34,015", () => {
    const parts = all.filter(({ id }) => /^ho-da-victim-(?!total|fiscal-sum)/.test(id));
    const fiscal = parts.filter(({ kind }) => kind === "fiscal").reduce((sum, { pounds }) => sum + pounds, 0);
    // Rounded to £5 each, and spending on prevention stands apart.
    expect(Math.abs(fiscal - costParameter("ho-da-victim-fiscal-sum").pounds)).toBeLessThanOrEqual(10);
    expect(
      Math.abs(parts.reduce((sum, { pounds }) => sum + pounds, 0) - costParameter("ho-da-victim-total").pounds),
    ).toBeLessThanOrEqual(10);
  });

  it("parts of a crime are within £10 of its published total, which is kept as published", () => {
    for (const edition of ["201920", "202324"]) {
      const totals = all.filter(({ id }) => new RegExp(`^ho-crime-${edition}-.*-total$`).test(id));
      expect(totals.length).toBeGreaterThan(0);
      for (const { id, pounds } of totals) {
        const parts = ["anticipation", "consequence", "response"].map(
          (part) => costParameter(id.replace("total", part)).pounds,
        );
        expect(Math.abs(parts.reduce((sum, one) => sum + one, 0) - pounds), id).toBeLessThanOrEqual(10);
      }
    }
  });

  it("prices of today are those of the reference of this project", () => {
    const today = (id: string) =>
      Math.round(costParameter(id).pounds * reprice(costParameter(id).priceBase, "2024-25").factor);
    expect(today("ucd14-cr2-0-fiscal")).toBe(3695);
    expect(today("ho-crime-201920-violence-with-injury-total")).toBe(19_438);
    expect(today("ho-crime-201920-rape-total")).toBe(59_352);
    expect(today("ho-crime-201920-homicide-total")).toBe(4_138_151);
  });

  // Every derived price of the reference's tables of crime and of an incident, in pounds of 2024-25.
  it.each([
    ["ho-crime-201920-homicide-total", 4_138_151],
    ["ho-crime-201920-violence-with-injury-total", 19_438],
    ["ho-crime-201920-violence-without-injury-total", 8841],
    ["ho-crime-201920-rape-total", 59_352],
    ["ho-crime-201920-other-sexual-offences-total", 8087],
    ["ho-crime-201920-robbery-total", 12_971],
    ["ho-crime-201920-domestic-burglary-total", 9546],
    ["ho-crime-201920-criminal-damage-total", 2436],
    ["ucd14-cr2-0-fiscal", 3695],
    ["ucd14-cr2-0-1-fiscal", 1752],
    ["ucd14-cr2-0-2-fiscal", 869],
    ["ucd14-cr2-0-3-fiscal", 621],
    ["ucd14-cr2-0-4-fiscal", 289],
    ["ucd14-cr2-0-5-fiscal", 165],
    ["ucd14-cr2-0-economic", 2204],
    ["ucd14-cr2-0-social", 10_166],
    ["ho-da-victim-total", 44_712],
    ["ho-da-victim-fiscal-sum", 3243],
    // £13,000 of 2019 by the deflator alone.
    ["wellby-central", 16_074],
  ])("%s is £%i in 2024-25", (id, pounds) => {
    const { pounds: published, priceBase } = costParameter(id);
    expect(Math.round(published * reprice(priceBase, "2024-25").factor)).toBe(pounds);
  });

  it("those written from memory are given only when asked for as such", () => {
    expect(() => costParameter("ho-da-victim-lost-output")).toThrow("was written from memory");
    expect(costParameter("ho-da-victim-lost-output", { recalled: true }).pounds).toBe(7245);
    expect(() => costParameter("nothing")).toThrow("there is no value of id nothing");
  });

  it("values of the Unit Cost Database carry its attribution, whatever stands beside them", () => {
    expect(attributionsOf(["ucd14-he4-0-fiscal", "ho-da-victim-police"])).toEqual([
      "Unit Cost Database v1.4 (2015) © New Economy and GMCA, CC BY 4.0",
    ]);
  });
});

describe("what is counted twice", () => {
  const found = (...ids: string[]) => doubleCounts(ids.map((id) => costParameter(id, { recalled: true })));

  it.each([
    ["a whole beside its part", ["ho-da-victim-total", "ho-da-victim-police"], ["police"]],
    ["two values of one incident", ["ucd14-cr2-0-fiscal", "ucd14-cr2-0-1-fiscal"], ["nhs"]],
    [
      "a victim's abuse beside the crimes against them",
      ["ho-da-victim-police", "ho-crime-201920-violence-with-injury-response"],
      ["police"],
    ],
    [
      "a crime beside an arrest for it",
      ["ho-crime-201920-violence-with-injury-response", "ucd14-cr7-0-fiscal"],
      ["police"],
    ],
    ["a victim's abuse beside visits to hospital", ["ho-da-victim-health", "pssru25-ae"], ["nhs"]],
    ["wellbeing beside harm", ["wellby-central", "ho-da-victim-physical-emotional"], ["harm"]],
    [
      "two editions of one crime",
      ["ho-crime-201920-rape-total", "ho-crime-201516-rape-response"],
      ["police", "courts", "prison", "probation", "other-justice"],
    ],
  ])("%s", (_, ids, parts) => {
    expect(found(...ids)).toMatchObject([{ first: ids[0], second: ids[1], parts }]);
  });

  it.each([
    ["different offences", ["ho-crime-201920-rape-response", "ho-crime-201920-robbery-response"]],
    ["different parts of one crime", ["ho-crime-201920-rape-response", "ho-crime-201920-rape-consequence"]],
    [
      "a victim's abuse beside children's social care and housing",
      ["ho-da-victim-total", "ucd14-ss5-0-7-fiscal", "ucd14-ho4-0-fiscal"],
    ],
    ["different services", ["pssru25-ae", "pssru25-gp-consult-qual"]],
  ])("not %s", (_, ids) => {
    expect(found(...ids)).toEqual([]);
  });
});

it("the worst grade of an input sets its correction: £100,000 at 4 is £85,000, a cost at 3 is £110,000", () => {
  expect(100_000 * (1 - correctionFor([1, 4, 2]))).toBeCloseTo(85_000, 8);
  expect(100_000 * (1 + correctionFor([3]))).toBeCloseTo(110_000, 8);
  expect(() => correctionFor([])).toThrow("from 1 to 6");
  expect(() => correctionFor([0, 2])).toThrow("from 1 to 6");
});

it("a ratio on a boundary takes the upper category of the Department for Transport", () => {
  // Its framework's bounds: 0, 1, 1.5, 2 and 4.
  expect([-0.1, 0, 0.99, 1, 1.49, 1.5, 1.99, 2, 3.99, 4].map(valueForMoney)).toEqual([
    "very poor",
    "poor",
    "poor",
    "low",
    "low",
    "medium",
    "medium",
    "high",
    "high",
    "very high",
  ]);
});
