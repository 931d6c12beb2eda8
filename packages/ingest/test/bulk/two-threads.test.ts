import { EventEmitter } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { planOf } from "../study-folder.ts";
import { given } from "./both-paths.ts";

vi.mock("node:worker_threads", { spy: true });

let folder: string;
/** A thread runs the built package; without one, or with an older one, files are read on the calling thread. */
let isBuilt: boolean;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "likewise-threads-"));
  await write(rows);
  await withThreads(2);
  isBuilt = vi.mocked(Worker).mock.calls.length > 0;
});
beforeEach(() => {
  vi.mocked(Worker).mockClear();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Texts that come in both halves, in one of them, long ones, and references that rise through both. */
const rows = Array.from({ length: 4000 }, (_, row) => {
  const place = row < 2000 ? `North ${row % 9}` : `Somewhere further to the south ${row % 11}`;
  return `P${row + 10_000},${(row * 7919) % 23},${place},${row % 5 === 0 ? "é" : "e"}`;
});

const write = (lines: readonly string[], newline = "\n") =>
  writeFile(join(folder, "people.csv"), ["id,score,place,letter", ...lines].join(newline) + newline);

function withThreads(threads: number, bulkFrom = 0): Promise<unknown> {
  const plan = planOf({
    people: { files: ["people.csv"], columns: { person: "id" }, covariates: { score: "score", place: "place" } },
  });
  return given(plan, folder, bulkFrom, threads);
}

/** Gives the same read row by row, in bulk on one thread and on two, and says what it is. */
async function expectSame(): Promise<string> {
  const byRow = await withThreads(1, Number.POSITIVE_INFINITY);
  expect(await withThreads(1)).toEqual(byRow);
  expect(vi.mocked(Worker).mock.calls.length).toBe(0);
  expect(await withThreads(2)).toEqual(byRow);
  expect(vi.mocked(Worker).mock.calls.length).toBe(Number(isBuilt));
  return JSON.stringify(byRow);
}

describe("read on two threads", () => {
  it("a file gives the same as on one, whichever way its lines end", async () => {
    await write(rows);
    await expectSame();
    await write(rows, "\r\n");
    vi.mocked(Worker).mockClear();
    await expectSame();
  });

  it("a row that the second thread finds wrong is told by its place in the file", async () => {
    await write(rows.with(3990, "P1,17,,x,more").with(3991, "P13991,no number,South,e").with(3992, rows[7]!));
    const same = await expectSame();
    expect(same).toContain("too_many_cells");
    expect(same).toContain('"row":3991');
  });

  it("what cannot be read at all in the second half ends as one message", async () => {
    // Neither among the first lines nor the last, which are looked at before.
    const many = Array.from({ length: 60_000 }, (_, row) => `P${row},${row % 7},Somewhere ${row % 5} in the land,e`);
    await write(many.with(40_000, 'P40000,5,"Somewhere,e'));
    expect(await expectSame()).toContain("line 40002 is never closed");
  });

  it("a cell with line breaks over the place where the file is parted is one cell", async () => {
    const broken = rows.map((row, index) => (index > 1000 && index < 3000 ? row.replace(",", ',"1\n,2\n') : row));
    await write(broken.map((row) => (row.includes('"') ? row.replace(/,(?=[NS])/, '",') : row)));
    await expectSame();
  });

  it("texts are numbered as they first come, so that the first spelling of an id is the same", async () => {
    await write([...rows, "p10001,1,North 1,e", "P1,1,North 1,e", "p1,1,North 1,e"]);
    expect(await expectSame()).toContain("id_twin");
  });

  it("ids that differ in their digits are told apart, in any order and with others among them", async () => {
    const odd = [
      "",
      "C123456",
      "C00123456",
      "c0123456",
      "D0123456",
      "C012345O",
      "C0123456789012",
      "C 123456",
      "0123456C",
    ];
    const idOf = (row: number) =>
      row % 50 === 0 ? `${odd[(row / 50) % odd.length]}` : `C${String((row * 7919) % 9001).padStart(7, "0")}`;
    const many = Array.from({ length: 40_000 }, (_, row) => `P${(row * 7) % 40_000},${row % 7},${idOf(row)},e`);
    await write([...many, ...Array.from({ length: 500 }, (_, row) => `Q${row},1,X-${row},e`)]);
    expect(await expectSame()).toContain('"C012345O"');
  });

  it("lines may be much shorter in the second half than where rows are counted", async () => {
    const long = "far away ".repeat(12);
    await write(Array.from({ length: 60_000 }, (_, row) => `P${row},1,${row < 25_000 ? long : "N"},e`));
    await expectSame();
  });

  it("a thread that fails leaves the file to the calling one", async () => {
    await write(rows);
    const byRow = await withThreads(1, Number.POSITIVE_INFINITY);
    vi.mocked(Worker).mockImplementationOnce(function failing() {
      const worker = Object.assign(new EventEmitter(), { terminate: async () => 0 });
      setImmediate(() => worker.emit("error", new Error("no memory")));
      return worker as unknown as Worker;
    });
    expect(await withThreads(2)).toEqual(byRow);
  });
});
