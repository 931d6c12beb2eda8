import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { planOf } from "../study-folder.ts";
import { bulkReadings, given } from "./both-paths.ts";

vi.mock("node:fs", { spy: true });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "likewise-bulk-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Enough rows that the middle of the file is in neither its head nor its tail. */
const rows = Array.from({ length: 60_000 }, (_, row) => `P${row},${row % 7},Somewhere ${row % 5} in the land`);

const write = (name: string, lines: readonly string[]) =>
  writeFile(join(folder, name), `id,score,place\n${lines.join("\n")}\n`);

async function bothOf(name: string): Promise<{ byRow: unknown; inBulk: unknown; readings: number }> {
  const plan = planOf({
    people: {
      files: [name],
      columns: { person: "id" },
      covariates: { score: "score" },
      format: { reader: "delimited" },
    },
  });
  const before = bulkReadings();
  const byRow = await given(plan, folder, Number.POSITIVE_INFINITY);
  const inBulk = await given(plan, folder, 0);
  return { byRow, inBulk, readings: bulkReadings() - before };
}

describe("read in bulk or row by row", () => {
  it("a further table in the middle of a file is not data", async () => {
    const further = [",,", "Sites,,", "ref,beds,area", "S1,3,North", "S2,5,South"];
    await write("middle.csv", rows.toSpliced(40_000, 0, ...further));
    const { byRow, inBulk } = await bothOf("middle.csv");
    expect(JSON.stringify(byRow)).toContain("other_table");
    expect(inBulk).toEqual(byRow);
  });

  it("blank rows in the middle are blank rows either way", async () => {
    await write("blank.csv", rows.toSpliced(40_000, 0, ",,", ",,"));
    const { byRow, inBulk, readings } = await bothOf("blank.csv");
    expect(inBulk).toEqual(byRow);
    expect(readings).toBe(1);
  });

  it("a blank in a part of the key is told, where every other id of that part stands in one row", async () => {
    const lines = Array.from({ length: 60 }, (_, row) => `p${row % 9},${row === 30 ? "" : `V${row}`},01/02/2020`);
    await writeFile(join(folder, "events.csv"), `Person,Victim,Date\n${lines.join("\n")}\n`);
    const plan = planOf({
      events: {
        files: ["events.csv"],
        dateFormat: "dd/mm/yyyy",
        columns: { person: "Person", victim: "Victim", event_date: "Date" },
        key: ["person", "victim"],
      },
    });
    const byRow = await given(plan, folder, Number.POSITIVE_INFINITY);
    expect(JSON.stringify(byRow)).toContain("key_incomplete");
    expect(await given(plan, folder, 0)).toEqual(byRow);
  });

  it.runIf(process.platform !== "win32")("a file is read and not another that its name would match", async () => {
    for (const [name, other] of [
      ["people[1].csv", "people1.csv"],
      ["people?.csv", "peopleX.csv"],
      ["people*.csv", "people-all.csv"],
    ] as const) {
      await write(name, rows);
      await write(other, rows.toReversed());
      const { byRow, inBulk, readings } = await bothOf(name);
      expect(inBulk).toEqual(byRow);
      expect(readings).toBe(1);
    }
  });

  it("a name that looks compressed does not make a file so", async () => {
    await write("people.csv.zst", rows);
    const { byRow, inBulk, readings } = await bothOf("people.csv.zst");
    expect(inBulk).toEqual(byRow);
    expect(readings).toBe(1);
  });
});
