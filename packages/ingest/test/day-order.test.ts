import type { TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { ingest } from "./study-folder.ts";

const source: TableSource = {
  files: ["people.csv"],
  columns: { person: "id", index_date: "start" },
  dateFormat: "dd/mm/yyyy",
};

const peopleStarting = (...dates: string[]) => ({
  "people.csv": `id,start\n${dates.map((date, row) => `P${row + 1},${date}`).join("\n")}\n`,
});

describe("dates in an order the plan does not say", () => {
  it("stop the table: the readable half would have been read with day and month the wrong way round", async () => {
    const american = peopleStarting("01/02/2024", "03/17/2024", "05/23/2024", "11/30/2024");
    await expect(ingest(american, { people: source })).rejects.toThrow(
      'people: column "start": 3 different dates do not exist as dd/mm/yyyy, and every date of the column exists as mm/dd/yyyy: correct dateFormat in the plan',
    );
  });

  it("do not stop it when some date exists only as the plan says, however many are impossible", async () => {
    const slips = peopleStarting("28/02/2024", "03/17/2024", "05/23/2024", "11/30/2024");
    const { issues } = await ingest(slips, { people: source });
    expect(issues.map(({ code }) => code)).toEqual(["date_impossible", "date_impossible", "date_impossible"]);
  });

  it("stop it with two digits for the year, and beside other formats of a list", async () => {
    const short = peopleStarting("01/02/24", "03/17/24", "05/23/24", "11/30/23");
    await expect(ingest(short, { people: { ...source, dateFormat: "dd/mm/yy" } }, "2024-12-31")).rejects.toThrow(
      "3 different dates do not exist as dd/mm/yy, and every date of the column exists as mm/dd/yy",
    );
    const listed = peopleStarting("2024-02-01", "03/17/2024", "05/23/2024", "11/30/2024");
    await expect(ingest(listed, { people: { ...source, dateFormat: ["dd/mm/yyyy", "yyyy-mm-dd"] } })).rejects.toThrow(
      "3 different dates do not exist as dd/mm/yyyy, and every date of the column exists as mm/dd/yyyy",
    );
  });
});
