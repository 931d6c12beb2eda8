import { type DraftFile, draftStudy } from "@likewise/ingest";
import { type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const file = (name: string, header: string, rows: readonly string[], more: Partial<DraftFile> = {}): DraftFile => ({
  path: `data/${name}`,
  name,
  header: header.split(","),
  rows: rows.map((row) => row.split(",")),
  format: {},
  assumptions: [],
  realDates: false,
  filled: null,
  ...more,
});

const numbered = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at + 1));
const day = (at: number) => String((at % 28) + 1).padStart(2, "0");

const clients = (header = "Client ID,Gender,Age,Group,Referral Date", count = 30) =>
  file(
    "clients.csv",
    header,
    numbered(
      count,
      (at) =>
        `C${at},${at % 3 === 0 ? "F" : "M"},${20 + at},${at % 2 === 0 ? "Treated" : "Control"},${day(at)}/03/2021`,
    ),
  );
const offences = (rows: readonly string[] = numbered(40, (at) => `E${at},C${(at % 30) + 1},${day(at)}/09/2021,Y`)) =>
  file("offences.csv", "Offence ref,Client ID,Offence date,DA flag", rows);

const columnsOf = (plan: StudyPlan, table: string) => plan.data.tables[table]!.columns;

describe("a plan drafted from plain files", () => {
  it("is valid and maps what the vocabulary knows", () => {
    const { plan } = draftStudy({ files: [clients(), offences()], title: "Plain" });
    expect(validatePlan(plan)).toHaveProperty("plan");
    expect(columnsOf(plan, "people")).toMatchObject({
      person: "Client ID",
      sex: { column: "Gender", values: { F: "female", M: "male" } },
      age: { column: "Age" },
      arm: "Group",
      index_date: { column: "Referral Date" },
    });
    expect(columnsOf(plan, "events")).toEqual({
      event: "Offence ref",
      person: "Client ID",
      event_date: "Offence date",
      domestic: "DA flag",
    });
    expect(plan.cohort.arms).toMatchObject({ treated: ["Treated"], comparison: ["Control"] });
    expect(plan.evidence).toEqual({});
  });

  it("does not depend on the order of files or columns", () => {
    const turned = (one: DraftFile): DraftFile => ({
      ...one,
      header: [...one.header].reverse(),
      rows: one.rows.map((row) => [...row].reverse()),
    });
    const one = draftStudy({ files: [clients(), offences()], title: "Order" }).plan;
    const other = draftStudy({ files: [turned(offences()), turned(clients())], title: "Order" }).plan;
    expect(Object.keys(other.data.tables).sort()).toEqual(Object.keys(one.data.tables).sort());
    for (const table of Object.keys(one.data.tables)) expect(columnsOf(other, table)).toEqual(columnsOf(one, table));
    expect(other.cohort).toEqual(one.cohort);
  });

  it("asks which comes first where day and month can change places, and follows the answer", () => {
    const rows = numbered(40, (at) => `E${at},C${(at % 30) + 1},0${(at % 9) + 1}/0${((at + 3) % 9) + 1}/2021,Y`);
    const files = [clients(), offences(rows)];
    const first = draftStudy({ files, title: "Dates" });
    const asked = first.questions.find(({ id }) => id === "date-order")!;
    expect(asked.choices).toEqual(["dd/mm/yyyy", "mm/dd/yyyy"]);
    expect(first.plan.data.tables.events!.dateFormat).toBe("dd/mm/yyyy");
    const second = draftStudy({ files, title: "Dates", answers: new Map([["date-order", 1]]) });
    expect(second.plan.data.tables.events!.dateFormat).toBe("mm/dd/yyyy");
    expect(second.plan.data.tables.people!.dateFormat).toBe("dd/mm/yyyy");
  });

  it("takes numbers for missing codes only where they stand apart, and only when several rows hold them", () => {
    const header = "Client ID,Gender,OGRS score,Group,Referral Date";
    const scores = (text: (at: number) => number) => ({
      ...clients(header),
      rows: clients().rows.map((row, at) => [row[0]!, row[1]!, String(text(at)), row[3]!, row[4]!]),
    });
    const missing = (text: (at: number) => number) => {
      const { plan } = draftStudy({ files: [scores(text), offences()], title: "Missing" });
      return (plan.data.tables.people!.covariates!.ogrs_score as { missing?: string[] }).missing;
    };
    expect(missing((at) => (at < 4 ? 99 : at))).toEqual(["99"]);
    expect(missing((at) => (at < 2 ? 99 : at))).toBeUndefined();
    expect(missing((at) => 70 + at)).toBeUndefined();
  });

  it("leaves out what identifies people and names what it does not know, without a cell of either", () => {
    const header = "Client ID,Gender,Age,Group,Referral Date,Surname,Shoe size";
    const named = {
      ...clients(header),
      rows: clients().rows.map((row, at) => [...row, `Pettigrew${at}`, String(36 + (at % 8))]),
    };
    const { plan, notes } = draftStudy({ files: [named, offences()], title: "Names" });
    const words = notes.map(({ text }) => text).join("\n");
    expect(JSON.stringify(plan)).not.toMatch(/Surname|Shoe size|Pettigrew/);
    expect(words).toMatch(/LEFT OUT[\s\S]*- Surname: headed like/);
    expect(words).toMatch(/Unmapped:[\s\S]*- Shoe size/);
    expect(words).not.toContain("Pettigrew");
  });

  it("adds the person to the key where one event has several, and says how many there are", () => {
    const rows = [...numbered(40, (at) => `E${at},C${(at % 30) + 1},${day(at)}/09/2021,Y`), "E1,C9,02/09/2021,Y"];
    const { plan, notes } = draftStudy({ files: [clients(), offences(rows)], title: "Keys" });
    expect(plan.data.tables.events!.key).toEqual(["event", "person"]);
    expect(notes.find(({ path }) => path.at(-1) === "key")?.text).toContain(
      "event alone stands once in rows of different people",
    );
  });

  it("asks whether ids that differ only in capitals or spaces are one, and evens them out only then", () => {
    const rows = numbered(
      40,
      (at) => `E${at},${at % 4 === 0 ? "c" : "C"}${at % 5 === 0 ? " " : ""}${(at % 30) + 1},${day(at)}/09/2021,Y`,
    );
    const files = [clients(), offences(rows)];
    const yes = draftStudy({ files, title: "Ids" });
    expect(columnsOf(yes.plan, "events").person).toEqual({ column: "Client ID", normalise: ["case", "spaces"] });
    const no = draftStudy({ files, title: "Ids", answers: new Map([["references", 1]]) });
    expect(columnsOf(no.plan, "events").person).toBe("Client ID");
  });

  it("has at most ten questions, each with what is assumed first", () => {
    const { questions, plan } = draftStudy({ files: [clients(), offences()], title: "Questions" });
    expect(questions.length).toBeLessThanOrEqual(10);
    expect(plan.data.confirm!.map(({ assumed }) => assumed)).toEqual(questions.map(({ choices }) => choices[0]));
    expect(plan.data.confirm!.every(({ confirmed }) => confirmed === false)).toBe(true);
  });

  it("takes files with the same columns for one extract sent in parts", () => {
    const later = { ...offences(numbered(20, (at) => `F${at},C${at},${day(at)}/10/2021,Y`)), path: "data/later.csv" };
    const { plan } = draftStudy({ files: [clients(), offences(), later], title: "Parts" });
    expect(plan.data.tables.events!.files).toEqual(["data/offences.csv", "data/later.csv"]);
  });

  it("reads a column that could be either way round like the other dates of its file", () => {
    const rows = numbered(
      40,
      (at) => `E${at},C${(at % 30) + 1},0${(at % 9) + 1}/0${((at + 3) % 9) + 1}/2021,Y,${day(at)}/10/2021`,
    );
    const file = {
      ...offences(rows),
      header: ["Offence ref", "Client ID", "Offence date", "DA flag", "Recorded date"],
    };
    const { plan, questions } = draftStudy({ files: [clients(), file], title: "Beside" });
    expect(questions.map(({ id }) => id)).not.toContain("date-order");
    expect(plan.data.tables.events!.dateFormat).toBe("dd/mm/yyyy");
  });

  it("takes the panel's decision for the arm, and its day for the index date, where people carry neither", () => {
    const people = file(
      "people.csv",
      "Ref,Sex,Age",
      numbered(30, (at) => `C${at},M,${20 + at}`),
    );
    const panel = file(
      "selection-log.csv",
      "Ref,Panel date,Panel decision",
      numbered(
        30,
        (at) =>
          `C${at},${day(at)}/02/2021,${at % 3 === 0 ? "Selected" : at % 3 === 1 ? "No capacity" : "Not selected"}`,
      ),
    );
    const { plan } = draftStudy({ files: [people, panel, offences()], title: "Panel" });
    expect(validatePlan(plan)).toHaveProperty("plan");
    expect(plan.cohort).toMatchObject({
      indexDate: "selections.decision_date",
      arms: {
        from: "selections.panel_decision",
        treated: ["selected"],
        comparison: ["not-selected", "capacity-refused"],
      },
    });
  });

  it("refuses files without people, and files without events, and says what they hold", () => {
    const nobody = file(
      "prices.csv",
      "Item,Price",
      numbered(5, (at) => `thing ${at},${at}`),
    );
    expect(() => draftStudy({ files: [nobody], title: "Nobody" })).toThrow(/no file has a column of person ids/);
    expect(() => draftStudy({ files: [clients()], title: "Nothing" })).toThrow(
      /no file holds events.*clients.csv holds referrals$/,
    );
    expect(() => draftStudy({ files: [clients(), nobody], title: "Nothing" })).toThrow(
      /no record was recognised in prices\.csv: .* link that table by identifiers/,
    );
  });

  it("leaves its files as they were", () => {
    const files = [clients(), offences()];
    const before = JSON.stringify(files);
    draftStudy({ files, title: "Frozen" });
    expect(JSON.stringify(files)).toBe(before);
  });
});
