import {
  addHarmTotals,
  cchiSubgroups,
  editionLabel,
  eventHarm,
  harmMatchTable,
  harmPerHead,
  knownWeights,
  readHarmWeights,
  weightIssueCodes,
  weightsBesideKnown,
} from "@likewise/offending";
import { columnsOf, textColumn } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { inventedRows, weightsOf } from "./weights.ts";

describe("a weight table", () => {
  it("has one hash whatever the order of its rows, and another for another weight, edition or scheme", () => {
    const { sha256 } = weightsOf();
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(weightsOf([...inventedRows].reverse()).sha256).toBe(sha256);
    expect(weightsOf(inventedRows, { id: "another" }).sha256).toBe(sha256);
    const dearer = inventedRows.map((row, i) => (i === 1 ? { ...row, weight: 21 } : row));
    const others = [
      weightsOf(dearer),
      weightsOf(inventedRows, { edition: "next" }),
      weightsOf(inventedRows, { scheme: "own", unit: "days" }),
    ];
    expect(new Set([sha256, ...others.map((table) => table.sha256)]).size).toBe(4);
  });

  it("leaves out rows that cannot be used, each with an issue that holds no cell", () => {
    const { weights, issues } = readHarmWeights(
      { id: "t", scheme: "own", unit: "points", edition: "1", file: "w.csv" },
      [
        { code: "8/06", text: "A", weight: 5, row: 1 },
        { code: null, text: " ", weight: 5, row: 2 },
        { code: "10501", text: null, weight: null, row: 3 },
        { code: "10501", text: "B", weight: -1, row: 4 },
        { code: "junk", text: "C", weight: 0, row: 5 },
        { code: "junk", text: null, weight: 1, row: 6 },
        { code: "00867", text: "D", weight: 1, row: 7 },
        { code: "8/67", text: "d.", weight: 2, row: 8 },
        { code: "008/06", text: "a", weight: 5, row: 9 },
      ],
    );
    expect(weights.rows).toEqual([
      { code: null, text: "C", weight: 0, proactive: false, expired: false },
      { code: "00806", text: "A", weight: 5, proactive: false, expired: false },
    ]);
    expect(issues.map(({ code, severity, row }) => [code, severity, row])).toEqual([
      ["weight_of_nothing", "rejected", 2],
      ["weight_unusable", "rejected", 3],
      ["weight_unusable", "rejected", 4],
      ["weight_code_unreadable", "reported", 5],
      ["weight_of_nothing", "rejected", 6],
      ["weight_contradicted", "rejected", 7],
    ]);
    expect(JSON.stringify(issues)).not.toMatch(/junk|"D"/);
  });

  it("is refused without an edition, and with a unit that is not the scheme's", () => {
    expect(() => weightsOf([], { edition: " " })).toThrow("readHarmWeights: edition of table must not be empty");
    expect(() => weightsOf([], { unit: "points" })).toThrow("unit of table must be days, that of cchi, got points");
    expect(() => weightsOf([], { scheme: "own" })).toThrow("unit of table must be given");
  });

  it("is looked at beside published weights of its edition, which say how sure they are", () => {
    const table = weightsOf(
      [
        { code: "00101", text: "Murder", weight: 15 },
        { code: "03401", text: "Robbery", weight: 365 },
      ],
      { edition: "2026 (February)" },
    );
    expect(weightsBesideKnown(table).map(({ known, certain }) => [known.code, known.max, certain])).toEqual([
      ["00101", 5475, true],
    ]);
    const declared = { id: "t", scheme: "cchi", edition: "2026" } as const;
    expect(readHarmWeights(declared, [{ code: "00101", text: null, weight: 15 }]).issues).toMatchObject([
      { code: "weight_differs_from_published", severity: "reported", row: null },
    ]);
    expect(weightsBesideKnown({ ...table, edition: "2030" })).toEqual([]);
    expect(knownWeights.every(({ source, status }) => source !== "" && status.length > 0)).toBe(true);
    // 23 subgroups; murder 15 years of 365 days, the lowest rape title 5, every robbery title one
    expect(cchiSubgroups).toHaveLength(23);
    expect(knownWeights.filter(({ edition }) => edition === "2026").map(({ max }) => max)).toEqual([
      15 * 365,
      5 * 365,
      365,
      1,
    ]);
  });

  it("practice-F15: the edition and the hash of the weight table are printed with what it made", () => {
    const weights = weightsOf();
    const { report } = eventHarm(columnsOf({ code: textColumn(["8/06"]) }), weights);
    const printed = `Cambridge Crime Harm Index, edition invented, table ${weights.sha256.slice(0, 12)}`;
    expect(editionLabel(weights)).toBe(printed);
    expect(report.weights).toEqual({
      id: "table",
      scheme: "cchi",
      edition: "invented",
      unit: "days",
      sha256: weights.sha256,
    });
    expect(report.notes[0]).toBe(printed);
    expect(harmMatchTable(report, "harm-match").title).toContain(printed);
  });
});

describe("every issue code of a weight table", () => {
  it.each(weightIssueCodes.map((entry) => [entry.code, entry] as const))(
    "%s stands once and says both sides",
    (code, entry) => {
      expect(weightIssueCodes.filter((other) => other.code === code)).toHaveLength(1);
      for (const words of [entry.expected, entry.found]) expect(words).toMatch(/^[a-z].*[^.]$/);
    },
  );
});

describe("harm totals", () => {
  const edition = weightsOf();
  const cara = { treated: { people: 154, total: 1299 }, control: { people: 139, total: 1616 } };

  it("of the CARA trial give its published ratio: 8.4 and 11.6 days a head, 27 % lower, 38 % more in the control group", () => {
    // Strang and others (2017), totals of 154 and 139 people over 365 days; published 8.4, 11.6, 27 %, 38 %
    const result = harmPerHead({ weights: edition, ...cara.treated }, { weights: edition, ...cara.control });
    if ("refusal" in result) throw new Error("refused");
    expect(result.first).toBeCloseTo(8.435, 3);
    expect(result.second).toBeCloseTo(11.626, 3);
    expect(result.ratio).toBeCloseTo(0.7255, 4);
    expect(100 * result.relativeChange!).toBeCloseTo(-27.4, 0.5);
    expect((100 * result.relativeChange!).toFixed(1)).toBe("-27.4");
    expect((100 * result.reverseChange!).toFixed(1)).toBe("37.8");
  });

  it("of different editions, schemes or tables are refused, not added or compared", () => {
    const next = weightsOf(inventedRows, { edition: "next" });
    const own = weightsOf(inventedRows, { scheme: "own", unit: "days" });
    for (const other of [next, own, { ...edition, sha256: "0".repeat(64) }]) {
      const one = { weights: edition, people: 1, total: 1 };
      const two = { weights: other, people: 1, total: 1 };
      for (const result of [addHarmTotals([one, two]), harmPerHead(one, two)]) {
        expect(result).toMatchObject({ refusal: { id: "harm-editions-differ" } });
      }
    }
    expect(
      addHarmTotals([
        { weights: edition, people: 2, total: 5 },
        { weights: { ...edition, id: "b" }, people: 1, total: 0 },
      ]),
    ).toMatchObject({
      people: 3,
      total: 5,
    });
  });

  it("have no ratio where the second group has no harm", () => {
    expect(
      harmPerHead({ weights: edition, people: 1, total: 1 }, { weights: edition, people: 1, total: 0 }),
    ).toMatchObject({
      ratio: null,
      relativeChange: null,
      reverseChange: -1,
    });
  });
});
