import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { ingestStudy } from "@likewise/ingest";
import { type CellValue, cell, type TableSource } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { briefly, planOf } from "../study-folder.ts";
import { runSql, writeDuckdbFile, writeSqlite, writeSqliteFile } from "./write-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "likewise-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

/** The texts of `x` beside an `id`, as codes of a category. */
async function read(path: string, source: Partial<TableSource> = {}) {
  const found = await ingestStudy({
    plan: planOf({ people: { files: [basename(path)], columns: { person: "id", area: "x" }, ...source } }),
    folder: dirname(path),
  });
  const columnOf = (name: string): CellValue[] => {
    const column = found.tables.people!.columns[name]!;
    return Array.from({ length: found.tables.people!.numRows }, (_, row) => cell(column, row));
  };
  return { ids: columnOf("person"), x: columnOf("area"), issues: briefly(found.issues), assumed: found.assumptions };
}

const failing = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: Error & { kind?: string }) => [error.kind, error.message],
  );

/** A table of one row, in a Parquet file and in a DuckDB file. */
async function writeBoth(name: string, select: string): Promise<readonly string[]> {
  const paths = [at(`${name}.parquet`), at(`${name}.duckdb`)] as const;
  await runSql(
    `COPY (${select}) TO '${paths[0]}' (FORMAT parquet)`,
    `ATTACH '${paths[1]}' AS made`,
    `CREATE TABLE made.people AS ${select}`,
    "DETACH made",
  );
  return paths;
}

describe("Parquet and DuckDB cells are read by their type", () => {
  // Written out by hand: what each value is.
  const values: Readonly<Record<string, readonly [sql: string, text: string | null]>> = {
    "a whole number beyond 2^53": ["9223372036854775807::BIGINT", "9223372036854775807"],
    "a whole number of 128 bits": [
      "170141183460469231731687303715884105727::HUGEINT",
      "170141183460469231731687303715884105727",
    ],
    "a decimal by all its digits": ["12345678901234567890.123456::DECIMAL(38,6)", "12345678901234567890.123456"],
    "a double as JavaScript prints it": ["1e21::DOUBLE", "1e+21"],
    "a whole double without its point": ["7::DOUBLE", "7"],
    "a float as the number it is": ["0.5::FLOAT", "0.5"],
    "a boolean": ["true", "true"],
    "a date": ["DATE '2024-02-29'", "2024-02-29"],
    "a timestamp at midnight, as a day": ["TIMESTAMP '2024-02-29 00:00:00'", "2024-02-29"],
    "a timestamp with a time": ["TIMESTAMP '2024-02-29 09:30:00.5'", "2024-02-29T09:30:00.5"],
    "a timestamp to the nanosecond, at midnight": ["'2024-02-29'::TIMESTAMP_NS", "2024-02-29"],
    "a time of day": ["TIME '09:30:00'", "09:30:00"],
    "text with zeros": ["'0070'", "0070"],
    "text with every sign": [`'a "b", c''d' || chr(9) || '£'`, `a "b", c'd\t£`],
    "a missing value": ["NULL::INTEGER", null],
    // 29 February is in winter, when London keeps universal time; 1 July is not.
    "an instant in winter": ["TIMESTAMPTZ '2024-02-29 23:30:00+00'", "2024-02-29T23:30:00"],
    "an instant in summer, which is the next day": ["TIMESTAMPTZ '2024-06-30 23:30:00+00'", "2024-07-01T00:30:00"],
  };
  for (const [name, [sql, text]] of Object.entries(values)) {
    it(name, async () => {
      for (const path of await writeBoth(name.replaceAll(/\W/g, "-"), `SELECT 'P1' AS id, ${sql} AS x`)) {
        const wide = sql.includes("HUGEINT") && path.endsWith(".parquet");
        // Parquet has no whole number of 128 bits: its writer stores the nearest double.
        expect((await read(path)).x).toEqual([wide ? "1.7014118346046923e+38" : text]);
      }
    });
  }

  it("instants are read by the clock of London, which is said", async () => {
    for (const path of await writeBoth("instants", "SELECT 'P1' AS id, TIMESTAMPTZ '2024-06-30 23:30:00+00' AS x")) {
      expect((await read(path)).assumed).toMatchObject([{ what: "timeZone", value: "Europe/London" }]);
    }
  });

  it("lists, structures and bytes are refused where they are mapped, and left out where they are not", async () => {
    for (const sql of ["[1, 2]", "{'a': 1}", "'x'::BLOB", "map {'a': 1}"]) {
      for (const path of await writeBoth("nested", `SELECT 'P1' AS id, ${sql} AS x, 'a' AS y`)) {
        expect((await failing(read(path)))![1]).toMatch(/: column "x" must hold text, numbers or dates, not /);
        expect((await read(path, { columns: { person: "id", area: "y" } })).x).toEqual(["a"]);
        rmSync(path);
      }
    }
  });

  it("rows keep their order, beyond one block of the file and with signs of patterns in its name", async () => {
    const path = at("a[b]*?.parquet");
    await runSql(
      `COPY (SELECT 'P' || (i * 7919 % 300007) AS id, i % 3 AS x FROM range(300007) t(i)) TO '${path}' (FORMAT parquet)`,
    );
    const { ids } = await read(path);
    expect(ids).toHaveLength(300_007);
    expect([ids[0], ids[1], ids[300_006]]).toEqual(["P0", "P7919", `P${(300_006 * 7919) % 300_007}`]);
  });

  it("a folder named as a partition adds no column", async () => {
    await runSql(
      `COPY (SELECT 'P1' AS id, 'a' AS y) TO '${folder}' (FORMAT parquet, PARTITION_BY (y), WRITE_PARTITION_COLUMNS, OVERWRITE_OR_IGNORE)`,
    );
    const inside = at("y=a");
    const name = readdirSync(inside)[0]!;
    expect((await read(join(inside, name), { columns: { person: "id", area: "y" } })).x).toEqual(["a"]);
  });
});

describe("tables of a database file", () => {
  const more = [
    "CREATE TABLE \"other one\" AS SELECT 'P9' AS id, 'z' AS x",
    "CREATE VIEW \"both\" AS SELECT 'P8' AS id, 'y' AS x",
  ];
  const people = "CREATE TABLE people AS SELECT 'P1' AS id, 'a' AS x";

  for (const kind of ["duckdb", "sqlite"] as const) {
    const write = async (name: string, ...statements: readonly string[]): Promise<string> => {
      const path = at(`${name}.${kind}`);
      rmSync(path, { force: true });
      if (kind === "sqlite") await writeSqlite(path, ...statements);
      else await runSql(`ATTACH '${path}' AS made`, "USE made", ...statements, "USE memory", "DETACH made");
      return path;
    };

    it(`${kind}: the only table is read, a view beside it or not`, async () => {
      expect((await read(await write("one", people))).ids).toEqual(["P1"]);
      expect((await read(await write("one", people, more[1]!))).ids).toEqual(["P1"]);
      expect((await read(await write("view", more[1]!))).ids).toEqual(["P8"]);
    });

    it(`${kind}: of several the plan names one, table or view`, async () => {
      const path = await write("several", people, ...more);
      expect(await failing(read(path))).toEqual([
        "usage",
        `several.${kind} has 3 tables; name one in format.table: "both", "other one", "people"`,
      ]);
      expect((await read(path, { format: { table: "other one" } })).ids).toEqual(["P9"]);
      expect((await read(path, { format: { table: "both" } })).ids).toEqual(["P8"]);
      expect(await failing(read(path, { format: { table: "peopel" } }))).toEqual([
        "usage",
        `several.${kind} has no table "peopel"; did you mean "people"?`,
      ]);
    });

    it(`${kind}: without tables, cut off, or something else, it stops the run with one message`, async () => {
      const path = await write("none", people, "DROP TABLE people");
      expect(await failing(read(path))).toEqual(["data", `none.${kind} is empty: it has no tables`]);
      const whole = readFileSync(await write("whole", people));
      writeFileSync(at(`cut.${kind}`), whole.subarray(0, kind === "sqlite" ? 4000 : 9000));
      expect((await failing(read(at(`cut.${kind}`))))![0]).toBe("data");
      writeFileSync(at(`text.${kind}`), "id,x\nP1,a\n".repeat(1000));
      expect((await failing(read(at(`text.${kind}`))))![0]).toBe("data");
    });
  }

  it("changes that stand beside a database and not in it stop the run", async () => {
    await writeDuckdbFile(at("busy.duckdb"));
    writeFileSync(at("busy.duckdb.wal"), "x");
    expect(await failing(read(at("busy.duckdb")))).toEqual([
      "data",
      "busy.duckdb has changes that are not yet in it (busy.duckdb.wal); close the program that writes to it",
    ]);
    await writeSqliteFile(at("busy.sqlite"));
    writeFileSync(at("busy.sqlite-wal"), "x");
    expect((await failing(read(at("busy.sqlite"))))![1]).toContain("busy.sqlite-wal");
  });

  it("a view of a DuckDB file cannot reach another file", async () => {
    writeFileSync(at("secret.csv"), "id,x\nP1,secret\n");
    const path = at("reaching.duckdb");
    await runSql(
      `ATTACH '${path}' AS made`,
      `CREATE VIEW made.people AS SELECT * FROM read_csv('${at("secret.csv")}')`,
      "DETACH made",
    );
    expect(await failing(read(path))).toEqual([
      "data",
      "reaching.duckdb cannot be read as a DuckDB database; it is damaged, encrypted, or a view in it needs another file",
    ]);
  });

  it("a DuckDB file in a schema of its own is named with it", async () => {
    const path = at("schema.duckdb");
    await runSql(
      `ATTACH '${path}' AS made`,
      "CREATE SCHEMA made.archive",
      "CREATE TABLE made.archive.people AS SELECT 'P1' AS id, 'a' AS x",
      "CREATE TABLE made.people AS SELECT 'P2' AS id, 'b' AS x",
      "DETACH made",
    );
    expect((await read(path, { format: { table: "archive.people" } })).ids).toEqual(["P1"]);
  });
});

describe("SQLite cells", () => {
  it("each by its own type: whole numbers by all their digits, dates as the text they are", async () => {
    const path = at("types.sqlite");
    await writeSqlite(
      path,
      "CREATE TABLE people (id TEXT, x)",
      "INSERT INTO people VALUES ('P1', 9223372036854775807), ('P2', 0.1), ('P3', '29/02/2024'), ('P4', NULL), ('P5', 7.0)",
      "CREATE INDEX by_x ON people (x, id)",
    );
    const { ids, x } = await read(path);
    expect(ids).toEqual(["P1", "P2", "P3", "P4", "P5"]);
    expect(x).toEqual(["9223372036854775807", "0.1", "29/02/2024", null, "7"]);
  });

  it("bytes are refused where they are mapped", async () => {
    const path = at("bytes.sqlite");
    await writeSqlite(path, "CREATE TABLE people (id TEXT, x)", "INSERT INTO people VALUES ('P1', x'00ff')");
    expect(await failing(read(path))).toEqual([
      "data",
      'bytes.sqlite: column "x" must hold text, numbers or dates, not BLOB',
    ]);
  });

  it("a file that keeps a log is read when the log is empty, and no log is made", async () => {
    const path = at("log.sqlite");
    await writeSqlite(path, "CREATE TABLE people AS SELECT 'P1' AS id, 'a' AS x");
    const bytes = readFileSync(path);
    bytes[18] = 2; // the two bytes that say so (file format, section 1.3)
    bytes[19] = 2;
    writeFileSync(path, bytes);
    expect((await read(path)).ids).toEqual(["P1"]);
    expect(existsSync(`${path}-wal`) || existsSync(`${path}-shm`)).toBe(false);
  });
});

describe("JSON lines", () => {
  const json = (text: string): string => {
    writeFileSync(at("people.jsonl"), text);
    return at("people.jsonl");
  };

  it("numbers keep their digits, names are joined, what is absent is blank", async () => {
    const path = json(
      '{"id":"P1","x":9223372036854775807}\n\n{"x":1.50,"id":"P2","y":1}\r\n{"id":"P3"}\n{"id":"P4","x":null}\n' +
        '{"id":"P5","x":"a\\u00a3\\"\\\\"}\n{"id":"P6","x":true} {"id":"P7","x":1e3}',
    );
    const { ids, x } = await read(path);
    expect(ids).toEqual(["P1", "P2", "P3", "P4", "P5", "P6", "P7"]);
    expect(x).toEqual(["9223372036854775807", "1.5", null, null, 'a£"\\', "true", "1000"]);
  });

  it("values within values are refused by their path where they are mapped", async () => {
    const path = json('{"id":"P1","x":"a","y":1}\n{"id":"P2","x":{"town":{"name":"b"}},"y":[1,{"z":2}]}\n');
    expect(await failing(read(path))).toEqual([
      "data",
      'people.jsonl: column "x" must hold text, numbers or dates, not further values (x.town.name)',
    ]);
    expect((await failing(read(path, { columns: { person: "id", area: "y" } })))![1]).toContain("(y[])");
    expect(await read(json('{"id":"P1","x":"a","y":{}}'))).toMatchObject({ x: ["a"] });
  });

  it("a line that is no object stops the run with its number", async () => {
    const bad = [
      '{"id":"P2",}',
      '{"id":"P2"',
      "[1]",
      "P2",
      '{"id":"P2","id":"P3"}',
      '{"id":01}',
      `{"id":${"[".repeat(500)}`,
      '{"id":"a\nb"}',
    ];
    for (const line of bad) {
      const [kind, message] = (await failing(read(json(`{"id":"P1","x":"a"}\n${line}\n`))))!;
      expect([kind, message]).toEqual([
        "data",
        expect.stringMatching(/^people\.jsonl: line [23] is not a JSON object/),
      ]);
    }
    writeFileSync(at("latin.jsonl"), Buffer.from('{"id":"P1","x":"Côte"}', "latin1"));
    expect((await failing(read(at("latin.jsonl"))))![1]).toBe(
      "latin.jsonl is not UTF-8, as JSON must be; name its encoding in format.encoding",
    );
    expect((await read(at("latin.jsonl"), { format: { encoding: "windows-1252" } })).x).toEqual(["Côte"]);
    expect(await failing(read(json("[]")))).toEqual(["data", "people.jsonl is empty: it has no records"]);
  });
});
