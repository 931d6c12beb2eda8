import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadColumns, quoteIdentifier, readColumns, readParquet, writeParquet } from "@likewise/engine";
import {
  booleanColumn,
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  integersOf,
  numberColumn,
  textColumn,
} from "@likewise/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import { randomWholeNumbers, withEngine } from "./with-engine.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "likewise-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** More rows than two data chunks, and not a multiple of one. */
const awkwardRows = 4999;

function awkward(rows: number): Columns {
  const random = randomWholeNumbers(7);
  const each = <T>(make: (row: number) => T): (T | null)[] =>
    Array.from({ length: rows }, (_, row) => (random(5) === 0 ? null : make(row)));
  return columnsOf({
    unit: integerColumn(Int32Array.from({ length: rows }, (_, row) => row)),
    "the force": numberColumn(each((row) => row / 3 - 1e9)),
    'quoted "order"': integerColumn(each((row) => -row)),
    date: dateColumn(each((row) => row - 20000)),
    flag: booleanColumn(each((row) => row % 2 === 0)),
    level: categoryColumn(
      each((row) => ["site 10", "site 2", "–"][row % 3]!),
      ["site 10", "site 2", "–", "never seen"],
    ),
    text: textColumn(each((row) => (row % 7 === 0 ? "" : `née £${row}\n"`))),
  });
}

it("columns come back from the database as they went in, missing cells and odd names included", async () => {
  const columns = awkward(awkwardRows);
  const back = await withEngine(async (engine) => {
    await loadColumns(engine, "force", columns);
    return readColumns(engine, "force", ["unit"]);
  });
  const { level, ...rest } = columns.columns;
  const { level: levelBack, ...restBack } = back.columns;
  expect(restBack).toEqual(rest);
  expect(levelBack!.type).toBe("text");
  expect(levelBack!.valid).toEqual(level!.valid);
});

it("rows are read in the order asked for, ties in the order loaded", async () => {
  const columns = columnsOf({ key: integerColumn([2, 1, null, 1]), row: integerColumn([0, 1, 2, 3]) });
  const back = await withEngine(async (engine) => {
    await loadColumns(engine, "rows", columns);
    return readColumns(engine, "rows", ["key"]);
  });
  expect(Array.from(integersOf(back, "row").values)).toEqual([1, 3, 0, 2]);
});

it("a Parquet file gives back the same columns, levels that never occur and partial dates included", async () => {
  const partial = columnsOf({
    ...awkward(awkwardRows).columns,
    partial: dateColumn(
      Int32Array.from({ length: awkwardRows }, (_, r) => r),
      null,
      Int32Array.from({ length: awkwardRows }, (_, r) => r + (r % 31)),
    ),
  });
  const path = join(folder, "it's a file.parquet");
  const back = await withEngine(async (engine) => {
    await writeParquet(engine, partial, path);
    return readParquet(engine, path);
  });
  expect(back).toEqual(partial);
});

it("a table without rows goes through the database and Parquet", async () => {
  const path = join(folder, "empty.parquet");
  const empty = columnsOf({ unit: integerColumn([]), level: categoryColumn([], ["a"]) });
  const back = await withEngine(async (engine) => {
    await writeParquet(engine, empty, path);
    return readParquet(engine, path);
  });
  expect(back).toEqual(empty);
});

it("a Parquet file has the same bytes whatever the number of threads", async () => {
  const columns = awkward(150_000);
  const bytes = [];
  for (const threads of [1, 2, 2]) {
    const path = join(folder, `threads-${threads}.parquet`);
    await withEngine((engine) => writeParquet(engine, columns, path), threads);
    bytes.push(await readFile(path));
  }
  expect(bytes[1]!.equals(bytes[0]!)).toBe(true);
  expect(bytes[2]!.equals(bytes[0]!)).toBe(true);
});

it("Parquet written by something else is refused", async () => {
  await withEngine(async (engine) => {
    const path = join(folder, "other.parquet");
    await engine.connection.run(`COPY (SELECT 1 AS a) TO '${path}' (FORMAT parquet)`);
    await expect(readParquet(engine, path)).rejects.toThrow(
      "readParquet: the file must have been written by writeParquet",
    );
  });
});

it("an identifier is quoted whatever it holds", () => {
  expect(quoteIdentifier('a"b')).toBe('"a""b"');
  expect(() => quoteIdentifier("")).toThrow(RangeError);
});

it("columns and levels with the names JavaScript keeps for itself come back as any others do", async () => {
  const columns = columnsOf(
    Object.fromEntries([
      ["unit", integerColumn([0, 1])],
      ["__proto__", categoryColumn(["__proto__", "constructor"], ["constructor", "__proto__", "toString"])],
      ["constructor", { ...dateColumn([0, 5]), latest: Int32Array.of(30, 5) }],
      ["toString", numberColumn([1.5, null])],
      ["hasOwnProperty", dateColumn([1, 2])],
    ]),
  );
  const back = await withEngine(async (engine) => {
    await writeParquet(engine, columns, join(folder, "names.parquet"));
    return readParquet(engine, join(folder, "names.parquet"));
  });
  expect(Object.entries(back.columns)).toEqual(Object.entries(columns.columns));
});
