import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  countRows,
  type RowsOfUnits,
  storeColumns,
  storeIds,
  storeParquet,
  type WindowRequest,
  windowAggregates,
  writeParquet,
} from "@likewise/engine";
import {
  booleanColumn,
  type Columns,
  columnsOf,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
  windowDefinition,
} from "@likewise/schema";
import { afterAll, describe, expect, it } from "vitest";
import { statementsOf, withEngine } from "./with-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "likewise-stored-"));
afterAll(() => rmSync(folder, { recursive: true }));

const held = columnsOf({
  who: textColumn(["a", "a", "b", null, "a"]),
  on: dateColumn([10, 11, 12, 12, null]),
  crime: booleanColumn([true, null, false, true, true]),
  part: textColumn(["suspect", null, "suspect", "suspect", "suspect"]),
  kind: textColumn(["x", null, "y", "x", "x"]),
  number: numberColumn([1, 2, 3, 4, 5]),
});
const rowsOf = (rows: RowsOfUnits["rows"]): RowsOfUnits => ({
  rows,
  ids: columnsOf({ unit: integerColumn([5, 900, 3]), id: textColumn([null, "b", "a"]) }),
  units: columnsOf({
    unit: integerColumn([3, 900, 5]),
    from: dateColumn([0, 0, 0]),
    to: dateColumn([100, null, 100]),
  }),
  id: "who",
  date: "on",
  leftOut: [{ column: "part", values: ["victim"] }],
  columns: {
    crime: { from: "crime", whenMissing: true },
    kind: { from: "kind" },
    breach: { from: "no", whenMissing: false },
  },
  lookup: {
    by: ["kind"],
    as: "weight",
    table: columnsOf({
      kind: textColumn(["x", null]),
      // 2^53 + 1 is no double: rounded before it is added, the sum would be two less
      weight: textColumn(["9007199254740993", "2"]),
    }),
  },
});
const window = windowDefinition("recorded-1m");
const anchors = columnsOf({ unit: integerColumn([900, 3, 7]), date: dateColumn([9, 9, null]) });

describe("tables that stay in the database", () => {
  it("are counted for units whose days are known; a missing flag is what it is taken for, a missing value looked up", async () => {
    await withEngine(async (engine) => {
      const found = await windowAggregates(engine, {
        anchors,
        events: rowsOf(await storeColumns(engine, held)),
        requests: [
          { as: "crimes", window, where: { crime: true, breach: false }, measure: "count" },
          { as: "first", window, where: { crime: true }, measure: "firstDay" },
          { as: "weight", window, measure: { sum: "weight" } },
        ],
      });
      // by hand: a has two crimes, on days 1 and 2, of 2^53 + 1 and 2; what b did was not observed; 7 has no anchor
      expect(Array.from(found.columns.unit!.values as Int32Array)).toEqual([3, 7, 900]);
      expect(found.columns.crimes).toEqual(integerColumn([2, null, 0]));
      expect(found.columns.first).toEqual(integerColumn([1, null, null]));
      expect(found.columns.weight).toEqual(numberColumn([Number(9007199254740995n), null, 0]));
    });
  });

  it("are put together by person in the database for a few counts and days, and handed over for sums and many", async () => {
    await withEngine(async (engine) => {
      const events = rowsOf(await storeColumns(engine, held));
      const statements = statementsOf(engine);
      const isGrouped = async (requests: readonly WindowRequest[]) => {
        statements.length = 0;
        await windowAggregates(engine, { anchors, events, requests });
        return statements.some((sql) => sql.includes("GROUP BY"));
      };
      const counts = Array.from({ length: 9 }, (_, at) => ({ as: `n${at}`, window, measure: "count" as const }));
      expect(await isGrouped(counts.slice(1))).toBe(true);
      expect(await isGrouped(counts)).toBe(false);
      expect(await isGrouped([counts[0]!, { as: "weight", window, measure: { sum: "weight" } }])).toBe(false);
      expect(await isGrouped([])).toBe(false);
    });
  });

  it("are refused where proof is no date, whichever way they are counted", async () => {
    await withEngine(async (engine) => {
      const own = rowsOf(await storeColumns(engine, held));
      const proven = windowDefinition("moj-proven-12m");
      const counts = Array.from({ length: 9 }, (_, at) => ({
        as: `n${at}`,
        window: proven,
        measure: "count" as const,
      }));
      for (const requests of [counts, counts.slice(1)]) {
        const ofText = { ...own, columns: { ...own.columns, provenDate: { from: "kind" } } };
        await expect(windowAggregates(engine, { anchors, events: ofText, requests })).rejects.toThrow(
          "rowsOfUnits: rows must have the date column kind, got text",
        );
        await expect(windowAggregates(engine, { anchors, events: own, requests })).rejects.toThrow(
          "rowsOfUnits: columns must have provenDate, got none",
        );
      }
    });
  });

  it("are counted the same whether ids are brought over at the question or stored before it", async () => {
    await withEngine(async (engine) => {
      const rows = rowsOf(await storeColumns(engine, held));
      const ids = await storeIds(engine, rows.ids as Columns);
      const requests = [
        { as: "all", window, measure: "count" as const },
        { as: "not crimes", window, where: { crime: false }, measure: "count" as const },
      ];
      const found = await windowAggregates(engine, { anchors, events: rows, requests });
      const again = await windowAggregates(engine, { anchors, events: { ...rows, ids }, requests });
      expect(again).toEqual(found);
      expect(found.columns.all).toEqual(integerColumn([2, null, 0]));
      expect(await countRows(engine, { ...rows, ids }, ["kind"])).toEqual(await countRows(engine, rows, ["kind"]));
    });
  });

  it("are left out by the part played, one of several; a missing part is not left out", async () => {
    await withEngine(async (engine) => {
      const parts = ["victim", null, "witness", "suspect"];
      const events = columnsOf({
        who: textColumn(parts.map(() => "a")),
        on: dateColumn([10, 11, 12, 13]),
        part: textColumn(parts),
      });
      const rows = rowsOf(await storeColumns(engine, events));
      const found = await windowAggregates(engine, {
        anchors,
        events: { ...rows, leftOut: [{ column: "part", values: ["victim", "witness"] }] },
        requests: [{ as: "all", window, measure: "count" }],
      });
      expect(found.columns.all).toEqual(integerColumn([2, null, 0]));
    });
  });

  it("are refused where a unit stands twice, as its events would be counted twice", async () => {
    await withEngine(async (engine) => {
      const rows = rowsOf(await storeColumns(engine, held));
      const units = columnsOf({
        unit: integerColumn([3, 900, 3]),
        from: dateColumn([0, 0, 0]),
        to: dateColumn([9, 9, 9]),
      });
      await expect(
        windowAggregates(engine, {
          anchors,
          events: { ...rows, units },
          requests: [{ as: "all", window, measure: "count" }],
        }),
      ).rejects.toThrow("rowsOfUnits: units must have each unit once, got a second one in row 2");
    });
  });

  it("read only the columns that are mapped, by the names they are given", async () => {
    await withEngine(async (engine) => {
      const path = join(folder, "held [1].parquet");
      await writeParquet(engine, held, path);
      const table = await storeParquet(engine, [path, path], { person: "who", date: "on" });
      expect(table.columns).toEqual({ person: "text", date: "date" });
    });
  });

  it("are refused without files, with columns that are not there, and of other types", async () => {
    await withEngine(async (engine) => {
      const path = join(folder, "held.parquet");
      await writeParquet(engine, held, path);
      await expect(storeParquet(engine, [])).rejects.toThrow("files must be at least one");
      await expect(storeParquet(engine, [path], { person: "name" })).rejects.toThrow("must have the column name");
      const events = { ...rowsOf(await storeParquet(engine, [path])), date: "number" };
      const requests = [{ as: "all", window, measure: "count" as const }];
      await expect(windowAggregates(engine, { anchors, events, requests })).rejects.toThrow("date column number");
      const asked = [{ as: "all", window, where: { proactive: true }, measure: "count" as const }];
      const whole = rowsOf(await storeParquet(engine, [path]));
      await expect(windowAggregates(engine, { anchors, events: whole, requests: asked })).rejects.toThrow("proactive");
    });
  });
});
