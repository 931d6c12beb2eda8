import { readIndicators, readingRules, withholdReadings } from "@likewise/evidence";
import type { Cell, Cohort, Results, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";

type Indicator = NonNullable<Cohort["indicators"]>[number];
type Change = readonly [before: number, after: number, change: number, low: number, high: number];

const indicator = (direction: Indicator["direction"]): Indicator => ({
  id: "help",
  label: "contacts for help",
  direction,
});
const rise: Change = [5, 6, 1.2, 1.05, 1.37];
const milder: Change = [2, 1.5, -0.5, -0.8, -0.2];

/** Invented numbers; what a reading makes of them is what is tested. */
function tableOf(changes: Readonly<Record<string, Change>>): Table {
  const cell = (measure: string, period: string, value: number, interval: Cell["interval"]): Cell => ({
    at: { measure, period },
    numerator: 50,
    denominator: 60,
    value,
    interval,
  });
  return {
    id: "indicator-change-help",
    title: "contacts",
    unit: "person",
    definition: "contacts",
    window: null,
    dimensions: [],
    cells: Object.entries(changes).flatMap(([measure, [before, after, change, low, high]]) => [
      cell(measure, "before", before, null),
      cell(measure, "after", after, null),
      cell(measure, "change", change, [low, high]),
    ]),
    linked: [],
  };
}

const read = (direction: Indicator["direction"], changes: Readonly<Record<string, Change>>) =>
  readIndicators([indicator(direction)], [tableOf(changes)])[0]!;
const rulesOf = (direction: Indicator["direction"], changes: Readonly<Record<string, Change>>) =>
  read(direction, changes).sentences.map(({ rule }) => rule);

describe("a rise in use of services", () => {
  it("practice-B43: of 20 % with falling severity is consistent with disclosure, and what would speak against it is named", () => {
    expect(read("higher-is-better", { contacts: rise, severity: milder }).verdict).toBe("consistent-with-disclosure");
    expect(rulesOf("higher-is-better", { contacts: rise, severity: milder })).toEqual([
      "reading-contacts",
      "reading-severity",
      "reading-consistent-with-disclosure",
      "reading-falsified-disclosure",
    ]);
  });

  it("practice-F6: flips with the declared direction", () => {
    expect(read("lower-is-better", { contacts: rise, severity: milder }).verdict).toBe("direction-worse");
    expect(read("neither", { contacts: rise, severity: milder }).verdict).toBe("cannot-say");
    const fall: Change = [6, 5, 0.83, 0.7, 0.95];
    expect(read("lower-is-better", { contacts: fall }).verdict).toBe("direction-better");
    expect(read("higher-is-better", { contacts: fall }).verdict).toBe("direction-worse");
  });

  it.each([
    ["consistent-with-harm", { contacts: rise, severity: [1, 2, 1, 0.5, 1.5] }],
    ["consistent-with-harm", { contacts: rise, severity: milder, early: [0.5, 0.3, -0.2, -0.3, -0.1] }],
    ["consistent-with-disclosure", { contacts: rise, severity: milder, early: [0.5, 0.6, 0.1, -0.1, 0.3] }],
    // severity that did not clearly change, or that nobody wrote down, fits both
    ["cannot-say", { contacts: rise, severity: [2, 1.9, -0.1, -0.4, 0.2] }],
    ["cannot-say", { contacts: rise }],
    ["no-clear-change", { contacts: [5, 6, 1.2, 0.95, 1.5], severity: milder }],
    // a limit on no change is not beyond it
    ["no-clear-change", { contacts: [5, 6, 1.2, 1, 1.5], severity: milder }],
  ] as const)("reads %s", (verdict, changes) => {
    expect(read("higher-is-better", changes as unknown as Record<string, Change>).verdict).toBe(verdict);
  });

  it.each([
    // 100 people with 3 contacts each before and none after: P = 2 / 2^100
    ["direction-better", "lower-is-better", [3, 0, -3], 2 / 2 ** 100],
    ["direction-worse", "higher-is-better", [3, 0, -3], 2 / 2 ** 100],
    ["direction-worse", "lower-is-better", [0, 2, 2], 2 / 2 ** 40],
    // Six who changed alike are P = 2/64 = 0.031, five 2/32 = 0.063
    ["direction-worse", "lower-is-better", [1, 2, 1], 2 / 64],
    ["no-clear-change", "lower-is-better", [1, 2, 1], 2 / 32],
  ] as const)(
    "is %s (%s) where no ratio has an interval, by the sign test of people",
    (verdict, direction, means, p) => {
      const [before, after, change] = means;
      const table = tableOf({ contacts: [before, after, Number.NaN, 0, 0] });
      const cells = table.cells.map((cell) =>
        cell.at.period === "change" ? { ...cell, value: null, interval: null } : cell,
      );
      const cell = (period: string, value: number): Cell => ({
        ...cells[0]!,
        at: { measure: "difference", period },
        value,
      });
      const signed = { ...table, cells: [...cells, cell("change", change), cell("sign", p)] };
      const [reading] = readIndicators([indicator(direction)], [signed]);
      expect(reading!.verdict).toBe(verdict);
      expect(reading!.sentences[0]!.rule).toBe("reading-contacts-plain");
    },
  );

  it("cannot be read without an interval, and says what is seen", () => {
    const table = tableOf({ contacts: rise });
    const cells = table.cells.map((cell) => ({ ...cell, interval: null }));
    const [reading] = readIndicators([indicator("higher-is-better")], [{ ...table, cells }]);
    expect(reading!.verdict).toBe("cannot-say");
    expect(reading!.sentences.map(({ rule }) => rule)).toEqual(["reading-contacts-plain", "reading-no-change-known"]);
  });

  it("is not read where a number behind it is withheld, nor where its table is not shown or was refused", () => {
    const table = tableOf({ contacts: rise, severity: milder });
    const readings = readIndicators([indicator("higher-is-better")], [table]);
    const hidden = table.cells.map((cell, index) =>
      index === 0 ? { ...cell, value: { withheld: "primary" as const } } : cell,
    );
    const published = { tables: [{ ...table, cells: hidden }] } as unknown as Results;
    expect(withholdReadings(readings, published)).toMatchObject([
      { verdict: "cannot-say", sentences: [{ rule: "reading-withheld" }] },
    ]);
    expect(withholdReadings(readings, { tables: [table] } as unknown as Results)).toEqual(readings);
    expect(withholdReadings(readings, { tables: [] } as unknown as Results)).toMatchObject([
      { verdict: "cannot-say", sentences: [{ rule: "reading-withheld" }] },
    ]);
    expect(readIndicators([indicator("neither")], [])).toEqual([]);
  });

  it("gives each sentence what its rule promises, and no sentence without a rule", () => {
    const ways: readonly Change[] = [rise, milder, [6, 5, 0.83, 0.7, 0.95], [5, 6, 1.2, 0.95, 1.5]];
    const readings = (["higher-is-better", "lower-is-better", "neither"] as const).flatMap((direction) =>
      ways.flatMap((contacts) => ways.map((severity) => read(direction, { contacts, severity, early: milder }))),
    );
    for (const { rule, slots, words } of readings.flatMap(({ sentences }) => sentences)) {
      const declared = readingRules.find(({ id }) => id === rule)!;
      expect(Object.keys(slots), rule).toEqual([...declared.slots]);
      expect(Object.keys(words), rule).toEqual([...declared.words]);
    }
  });
});
