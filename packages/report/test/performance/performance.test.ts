import { chartNamed, performanceSection, withTexts } from "@likewise/report";
import { contractIndicators, type Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { contract } from "../fixtures/contract.ts";
import { betterAndCausal, emptyParts } from "../fixtures/studies.ts";

const results = withTexts(betterAndCausal());
const bodyOf = async (given: Results) => (await performanceSection(given))!.body.html;

describe("the section on the contract", () => {
  it("says before any number that it is about delivery, not about whether it worked", async () => {
    expect(await bodyOf(results)).toMatch(/^<p>This says what was delivered, not whether it worked\./);
  });

  it("is left out where the plan has no contract", async () => {
    expect(await performanceSection(withTexts(emptyParts()))).toBeNull();
  });

  it("says of a target without data that it is not measured, and why", async () => {
    const refusal = {
      id: "indicator-not-in-data",
      what: "performance: budget",
      why: "costs is not in the data",
      unlocks: "Map costs in data.tables",
    };
    const body = await bodyOf({ ...results, tables: [], refusals: [refusal] });
    expect(body).toContain("Not measured, so neither met nor missed");
    expect(body).toContain("Spend: costs is not in the data.");
  });

  it("words every verdict, an unfinished quarter as provisional and a withheld one as withheld", () => {
    const { table } = chartNamed("performance").content(results)!;
    expect(table.rows.map((row) => [row[0], row[1], row[4], row[5]])).toEqual([
      ["People who started: Q1 2023/24", "20", "at least 40", "Missed"],
      ["People who started: Q2 2023/24", "44", "at least 40", "Met, within chance"],
      ["People who started: Q3 2023/24", "12", "at least 39.6, by days", "Provisional"],
      ["People who started: All complete periods", "64", "at least 80", "Missed, within chance"],
      ["Support offered, in every 100: Q1 2023/24", "95.0", "at least 90.0", "Met, within chance"],
      ["Support offered, in every 100: Q2 2023/24", "[c]", "at least 90.0", "[c]"],
      ["Support offered, in every 100: Q3 2023/24", "[x]", "at least 90.0", "Cannot say"],
      ["Spend, pounds: Q1 2023/24", "48,201", "at most 50,000", "Met"],
      ["Spend, pounds: Q2 2023/24", "51,900", "at most 50,000", "Missed"],
      ["Spend, pounds: Q3 2023/24", "0", "[z]", "No target"],
    ]);
  });

  it("shows the shortest periods where the working edition holds longer ones too", () => {
    const [starts] = results.tables.filter(({ id }) => id === "performance-starts");
    const year = { ...starts!, id: "performance-starts-by-year", cells: starts!.cells.slice(0, 1) };
    const tables = results.tables.flatMap((table) =>
      table === starts ? [year, { ...table, coarser: year.id }] : [table],
    );
    const { table } = chartNamed("performance").content({ ...results, tables })!;
    expect(table.rows.filter(([name]) => name!.startsWith("People who started"))).toHaveLength(4);
  });

  it("has a name for every indicator, for targets without a label", () => {
    for (const { label, definition } of contractIndicators) {
      expect(label).toMatch(/^[A-Z]/);
      expect(definition).toMatch(/^[A-Z][^.]+$/);
    }
    expect(contract((text) => text).targets.every(({ label }) => label !== undefined)).toBe(true);
  });
});
