import {
  buildCohort,
  contactMatrix,
  contactMatrixTables,
  supportOffer,
  supportOfferTables,
  workingPartners,
} from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { day, planOf, tableOf } from "../study.ts";

describe("support for victim-survivors", () => {
  // 50 victim-survivors, one each of 50 treated people; 47 offered on the tenth day, 30 accept, 10 decline, 7 do not answer
  const n = 50;
  const people = tableOf(
    ["person", "role", "arm", "index_date"],
    ...Array.from({ length: n }, (_, i) => [`T${i}`, "perpetrator", i === 0 ? "c" : "t", "2024-01-01"]),
    ["T50", "perpetrator", "t", "2024-01-01"],
    ...Array.from({ length: n }, (_, i) => [`V${i + 1}`, "adult-victim-survivor", null, null]),
  );
  const links = tableOf(
    ["person", "linked_person", "kind", "offer_date", "accepted"],
    ...Array.from({ length: n }, (_, i) => [
      `T${i + 1}`,
      `V${i + 1}`,
      "dyad",
      i < 47 ? "2024-01-11" : null,
      i < 30 ? true : i < 40 ? false : null,
    ]),
  );
  const plan = planOf({
    cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] }, indexDate: "people.index_date" },
  });
  const tables = { people, links };
  const { baseline } = buildCohort({ plan, tables });
  const found = supportOffer({ plan, tables, baseline })!;

  it("practice-E7: 47 of 50 offered prints 94 % and lists three", () => {
    expect(found.offered).toMatchObject({ numerator: 47, denominator: 50, value: 0.94 });
    expect(found.notOffered).toEqual(["V48", "V49", "V50"]);
    expect(JSON.stringify(supportOfferTables(found))).not.toContain("V48");
  });

  it("takes no answer for neither yes nor no, and counts days from the index date", () => {
    expect(found.accepted).toMatchObject({ numerator: 30, denominator: 40 });
    expect(found.noAnswer).toBe(7);
    expect(found.lagDays).toEqual({ median: day("2024-01-11") - day("2024-01-01"), known: 47 });
  });

  it("is nothing where offers are not in the data", () => {
    expect(supportOffer({ plan, tables: { people }, baseline })).toBeNull();
  });
});

describe("contacts with partners", () => {
  const requests = tableOf(
    ["person", "partner", "kind"],
    ["A", "police", "call"],
    ["A", "police", "meeting"],
    ["B", "police", "call"],
    ["B", "housing", "call"],
    ["B", "school", "call"],
    ["B", null, "call"],
  );
  const matrix = contactMatrix({ tables: { requests } })!;

  it("practice-C9: the matrix has seven columns, those without a contact too", () => {
    expect(matrix.partners).toEqual(workingPartners);
    expect(matrix.rows).toEqual([
      { contact: "call", counts: [0, 2, 0, 0, 1, 0, 0] },
      { contact: "meeting", counts: [0, 1, 0, 0, 0, 0, 0] },
    ]);
    expect(matrix.people).toEqual([0, 2, 0, 0, 1, 0, 0]);
  });

  it("names the partners not listed instead of adding them to a column", () => {
    expect(matrix.notListed).toEqual([
      { partner: "not-recorded", contacts: 1 },
      { partner: "school", contacts: 1 },
    ]);
  });

  it("adds up", () => {
    const [table] = contactMatrixTables(matrix);
    const at = (contact: string, partner: string) =>
      table!.cells.find((cell) => cell.at.contact === contact && cell.at.partner === partner)!.numerator;
    expect([at("total", "total"), at("call", "total"), at("total", "police")]).toEqual([4, 3, 3]);
  });

  it("is nothing without requests, and may have a study’s own columns", () => {
    expect(contactMatrix({ tables: {} })).toBeNull();
    expect(contactMatrix({ tables: { requests }, partners: ["school"] })!.rows).toEqual([
      { contact: "call", counts: [1] },
    ]);
  });
});
