import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ingestStudy } from "@likewise/ingest";
import { type Columns, exact } from "@likewise/schema";
import { expect, it, vi } from "vitest";
import { planOf } from "../study-folder.ts";
import { bulkReadings } from "./both-paths.ts";

vi.mock("node:fs", { spy: true });
vi.mock("node:worker_threads", { spy: true });

const rows = 1_000_000;

it("a million rows give the same bytes in bulk, on one thread or two, and row by row", {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "likewise-million-"));
  try {
    await writeFile(join(folder, "people.csv"), people());
    await writeFile(join(folder, "events.csv"), events());
    const plan = planOf(
      {
        people: { files: ["people.csv"], columns: { person: "id", birth_year: "born" } },
        events: {
          files: ["events.csv"],
          dateFormat: "dd/mm/yyyy",
          columns: { event: "ref", person: "id", event_date: "date", domestic: "dv", disposal: "disposal" },
        },
      },
      "2024-06-30",
    );
    const byRow = await ingestStudy({ plan, folder, bulkFrom: Number.POSITIVE_INFINITY });
    for (const threads of [1, 2]) {
      const inBulk = await ingestStudy({ plan, folder, bulkFrom: 2 ** 20, threads });
      // Where a thread can be had, it is the one that reads the file to its end.
      expect(bulkReadings() + vi.mocked(Worker).mock.calls.length).toBe(threads);
      expect(bytesOf(inBulk.tables.events!)).toEqual(bytesOf(byRow.tables.events!));
      expect(inBulk.accounts).toEqual(byRow.accounts);
      expect(inBulk.issues).toEqual(byRow.issues);
      expect(inBulk.rejected).toEqual(byRow.rejected);
      expect(inBulk.inputs).toEqual(byRow.inputs);
    }
    // Every planted cell, and nothing else, is rejected: by all, and for its reason.
    const account = byRow.accounts.find(({ table }) => table === "events")!;
    expect(account.reasons).toEqual([
      { code: "date_impossible", rows: 2 },
      { code: "reference_unknown", rows: 2 },
      { code: "key_repeated", rows: 1 },
    ]);
    expect(account.rowsIn).toBe(exact(account.rowsUsed) + exact(account.rowsRejected));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function people(): string {
  const lines = ["id,born"];
  for (let person = 0; person < 10_000; person++) lines.push(`P${person},${1960 + (person % 40)}`);
  return `${lines.join("\n")}\n`;
}

/** Bad cells in the first and last rows: no such day, nobody's id; and an event that stands twice. */
function events(): string {
  const disposals = ["caution", "charge", "community-resolution", ""];
  const lines = ["ref,id,date,dv,disposal,note"];
  for (let row = 0; row < rows; row++) {
    const day = `${String(1 + (row % 28)).padStart(2, "0")}/${String(1 + (row % 12)).padStart(2, "0")}/${2010 + (row % 14)}`;
    lines.push(
      `E${row},P${(row * 7919) % 10_000},${day},${row % 3 === 0 ? "Y" : "N"},${disposals[row % 4]},n${row % 100}`,
    );
  }
  const cells = (row: number, change: (cells: string[]) => void) => {
    const split = lines[row + 1]!.split(",");
    change(split);
    lines[row + 1] = split.join(",");
  };
  for (const row of [0, rows - 1])
    cells(row, (split) => {
      split[2] = "31/02/2020";
    });
  for (const row of [1, rows - 2])
    cells(row, (split) => {
      split[1] = "P99999";
    });
  lines[777_778] = lines[6]!;
  return `${lines.join("\n")}\n`;
}

/** A hash of every array of every column. */
function bytesOf({ numRows, columns }: Columns): unknown {
  return [
    numRows,
    ...Object.entries(columns).map(([name, { type, values, valid, ...rest }]) => {
      const hash = createHash("sha256");
      hash.update(
        ArrayBuffer.isView(values)
          ? new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
          : values.join("\n"),
      );
      hash.update(valid === null ? "all" : valid);
      return [name, type, hash.digest("hex"), rest];
    }),
  ];
}
