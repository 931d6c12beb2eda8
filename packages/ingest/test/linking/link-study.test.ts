import { type Ingested, ingestStudy } from "@likewise/ingest";
import type { Linkage, TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, withFolder } from "../study-folder.ts";

const identifiers: NonNullable<TableSource["identifiers"]> = {
  forename: "First",
  surname: "Last",
  birth_date: { column: "Born", dateFormat: "dd/mm/yyyy" },
  nhs_number: "NHS",
};

const people = [
  "Ref,First,Last,Born,NHS,Sex",
  "P1,Zoë,O'Brien,14/03/1984,943 476 5919,F",
  "P2,Ann,Smith,01/02/1990,,F",
  "P3,Bob,Smith,01/02/1990,,M",
  "P4,Ann,Smith,05/05/1975,,F",
  "P5,Col,Rees,09/09/1969,,M",
].join("\n");

const events = [
  "First,Last,Born,NHS,Date",
  "ZOE,O BRIEN,14/03/1984,,2024-01-05", // forename, surname, born
  ",,,9434765919,2024-01-06", // NHS number
  "Anne,SMITH,01/02/1990,,2024-01-07", // surname, born: P2 and P3
  "Cole,Reese,09/09/1969,,2024-01-08", // nobody by these rules
  "ZOE,O BRIEN,14/03/1984,,2024-01-05,extra", // too many cells
  "Bob,Smith,1 Feb,,2024-01-09", // a date that cannot be read is missing
].join("\n");

const linkage: Linkage = {
  table: "events",
  rules: [["nhs_number"], ["forename", "surname", "birth_date"], ["surname", "birth_date"]],
  groups: ["sex"],
};

async function linked(changes: Partial<Linkage> = {}, files: Record<string, string> = {}): Promise<Ingested> {
  const plan = planOf({
    events: { files: ["events.csv"], columns: { event_date: "Date" }, identifiers },
    people: { files: ["people.csv"], columns: { person: "Ref", sex: "Sex" }, identifiers },
  });
  plan.data.linkage = [{ ...linkage, ...changes }];
  return withFolder({ "people.csv": people, "events.csv": events, ...files }, (folder) =>
    ingestStudy({ plan, folder }),
  );
}

describe("a table without ids of its own", () => {
  it("is linked to people by rules, strictest first", async () => {
    const { tables, linkages } = await linked();
    expect(tables.events!.columns.person!.values).toEqual(["P1", "P1"]);
    const { summary } = linkages[0]!;
    expect(summary.linked).toEqual([
      { by: "decisions", rows: 0 },
      { by: "rule 1: nhs_number", rows: 1 },
      { by: "rule 2: forename + surname + birth_date", rows: 1 },
      { by: "rule 3: surname + birth_date", rows: 0 },
      { by: "weights", rows: 0 },
    ]);
    expect([summary.rows, summary.forReview, summary.notLinked]).toEqual([5, 1, 2]);
  });

  it("has every row accounted for, those without a person with the reason", async () => {
    const { accounts } = await linked();
    expect(accounts[0]).toMatchObject({
      rowsIn: 6,
      rowsUsed: 2,
      rowsRejected: 4,
      reasons: [
        { code: "too_many_cells", rows: 1 },
        { code: "not_linked", rows: 2 },
        { code: "link_for_review", rows: 1 },
      ],
    });
  });

  it("lists the people a rule cannot tell apart, both rows side by side", async () => {
    const { review } = (await linked()).linkages[0]!;
    const column = (name: string) => review.rows.map((row) => row[review.header.indexOf(name)]);
    expect(column("row")).toEqual(["3", "3"]);
    expect(column("people_row")).toEqual(["2", "3"]);
    expect(column("why")[0]).toBe("rule 3: surname + birth_date finds 2 people");
    expect([column("forename"), column("people_forename")]).toEqual([
      ["Anne", "Anne"],
      ["Ann", "Bob"],
    ]);
  });

  it("gives match rates of rows, and of people by group, with Wilson's intervals", async () => {
    const { rates } = (await linked()).linkages[0]!.summary;
    expect(rates.map(({ of, group, linked: found, total }) => [of, group?.value ?? "all", found, total])).toEqual([
      ["rows", "all", 2, 5],
      ["people", "all", 1, 5],
      ["people", "F", 1, 3],
      ["people", "M", 0, 2],
    ]);
    // By hand: Wilson's upper limit of 0 of 2 is z² / (2 + z²) with z = 1.959963984540054.
    expect(rates[3]!.upper).toBeCloseTo(3.841458820694124 / 5.841458820694124, 12);
  });

  it("counts what is missing and what cannot be read", async () => {
    const { identifiers: counts } = (await linked()).linkages[0]!.summary;
    const birth = counts.find(({ identifier }) => identifier === "birth_date")!;
    expect(birth.rows).toEqual({ missing: 1, unreadable: 1 });
    expect(birth.people).toEqual({ missing: 0, unreadable: 0 });
  });

  it("hands on no identifier, and names none in issues", async () => {
    const { tables, issues, accounts, assumptions, linkages } = await linked();
    const summaries = linkages.map(({ summary }) => summary);
    const told = JSON.stringify([tables, issues, accounts, assumptions, summaries]);
    for (const planted of ["Zoë", "ZOE", "Brien", "BRIEN", "Smith", "SMITH", "943", "Rees", "1984", "1 Feb"]) {
      expect(told).not.toContain(planted);
    }
  });

  it("takes decisions read back from the review list", async () => {
    const { review } = (await linked()).linkages[0]!;
    const at = review.header.indexOf("decision");
    const filled = review.rows.map((row, index) => row.with(at, index === 0 ? "accept" : "reject"));
    const decisions = [review.header, ...filled].map((row) => row.join(",")).join("\n");
    const after = await linked({ decisions: "decisions.csv" }, { "decisions.csv": decisions });
    expect(after.tables.events!.columns.person!.values).toEqual(["P1", "P1", "P2"]);
    expect(after.linkages[0]!.summary.decisions).toEqual({ used: 2, stale: 0 });
    expect(after.linkages[0]!.review.rows).toEqual([]);
    expect(after.inputs.map(({ file }) => file)).toEqual(["events.csv", "people.csv", "decisions.csv"]);
  });

  it("lets one rejected person leave the other", async () => {
    const { review } = (await linked()).linkages[0]!;
    const filled = review.rows.map((row, index) =>
      row.with(review.header.indexOf("decision"), index === 1 ? "reject" : ""),
    );
    const decisions = [review.header, ...filled].map((row) => row.join(",")).join("\n");
    const after = await linked({ decisions: "decisions.csv" }, { "decisions.csv": decisions });
    expect(after.tables.events!.columns.person!.values).toEqual(["P1", "P1", "P2"]);
  });

  it("does not take a decision about rows that say something else now", async () => {
    const { review } = (await linked()).linkages[0]!;
    const filled = review.rows.map((row) => row.with(review.header.indexOf("decision"), "reject"));
    const decisions = [review.header, ...filled].map((row) => row.join(",")).join("\n");
    const changed = people.replace("P2,Ann", "P2,Anna");
    const after = await linked({ decisions: "decisions.csv" }, { "decisions.csv": decisions, "people.csv": changed });
    expect(after.linkages[0]!.summary.decisions).toEqual({ used: 1, stale: 1 });
    expect(after.issues.filter(({ code }) => code === "decision_stale")).toHaveLength(1);
  });

  it("refuses decisions that are none", async () => {
    const { review } = (await linked()).linkages[0]!;
    const at = review.header.indexOf("decision");
    const file = (word: string) =>
      [review.header, ...review.rows.map((row) => row.with(at, word))].map((row) => row.join(","));
    const run = (word: string) => linked({ decisions: "decisions.csv" }, { "decisions.csv": file(word).join("\n") });
    await expect(run("maybe")).rejects.toThrow(/decisions\.csv row 1: decision: expected accept, reject or nothing/);
    await expect(run("accept")).rejects.toThrow(/row 2: expected one person for a row, found a second accepted/);
  });
});
