import { danglingKeys, disclose, profileOf } from "@likewise/disclosure";
import type { Emmie, Results, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, resultsOf, tableOf } from "./results-of.ts";

/** Doses by quarter are mostly small, so that those by year are published; the appraisal points to the former alone. */
function given(): Results {
  const because = [{ rule: "emmie-implementation", text: "what was delivered", drop: null }];
  const emmie: Emmie = {
    notice: "",
    dimensions: [{ id: "implementation", status: "reported", because, keys: ["tables/dose"] }],
  };
  const dose: Table = { ...tableOf("dose", [[3, 2, 1, 60]]), coarser: "dose-by-year" };
  return resultsOf({
    tables: [dose, tableOf("dose-by-year", [[30, 36]]), { ...tableOf("reach", [[30, 40]]), linked: ["dose"] }],
    comparisons: [{ ...comparisonOf({ id: "main" }), emmie }],
  });
}

describe("references to tables", () => {
  it("that are not published go with them, and what rested on them alone is no longer called reported", () => {
    const { results } = disclose(given(), profileOf("default"));
    expect(results.tables.map(({ id }) => id)).toEqual(["dose-by-year", "reach"]);
    expect(danglingKeys({ ...results })).toEqual([]);
    expect(results.tables[1]!.linked).toEqual([]);
    expect(results.comparisons[0]!.emmie!.dimensions[0]).toMatchObject({ status: "not-reported", keys: [] });
  });

  it("are found wherever a key stands", () => {
    const now = given();
    expect(danglingKeys({ ...now, tables: [] })).toEqual(["tables/dose"]);
    expect(danglingKeys({ ...now })).toEqual([]);
  });
});
