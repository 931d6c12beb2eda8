/**
 * Writes the first 60 people of the shipped trial as every other kind of file that can be read, to be spoilt. The files
 * are committed, since a workbook made again has other bytes. Run: npx tsx --conditions=source scripts/fuzz/write-containers.ts
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import {
  bookOf,
  runSql,
  sheetCell,
  sheetOf,
  writeBook,
  writeSqlite,
} from "../../packages/ingest/test/containers/write-files.ts";
import { splitCells } from "./cells.ts";

const place = (name: string) => fileURLToPath(new URL(`./containers/${name}`, import.meta.url));
const source = fileURLToPath(new URL("../../reports/tarp/data/releases.csv", import.meta.url));
const lines = `${readFileSync(source, "utf8").split("\n").slice(0, 61).join("\n")}\n`;
const [header, ...rows] = splitCells(lines);
const typed = rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));

for (const kind of ["xlsx", "ods", "xls"]) {
  writeBook(
    place(`releases.${kind}`),
    bookOf({ Releases: sheetOf([header!, ...typed].map((row) => row.map(sheetCell))) }),
  );
}
writeFileSync(place("releases.csv.gz"), gzipSync(lines));
const objects = typed.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [header![at], cell]))));
writeFileSync(place("releases.jsonl"), `${objects.join("\n")}\n`);
const read = `SELECT * FROM read_csv('${source}', all_varchar = true) LIMIT 60`;
await runSql(
  `COPY (${read}) TO '${place("releases.parquet")}' (FORMAT parquet)`,
  `ATTACH '${place("releases.duckdb")}' AS store`,
  `CREATE TABLE store.releases AS ${read}`,
  "DETACH store",
);
const text = (cell: string | number) => (typeof cell === "number" ? String(cell) : `'${cell.replaceAll("'", "''")}'`);
await writeSqlite(
  place("releases.sqlite"),
  `CREATE TABLE releases (${header!.map((name) => `"${name}"`).join(", ")})`,
  ...typed.map((row) => `INSERT INTO releases VALUES (${row.map(text).join(", ")})`),
);
// A database file is mostly empty blocks.
writeFileSync(place("releases.duckdb.gz"), gzipSync(readFileSync(place("releases.duckdb"))));
rmSync(place("releases.duckdb"));
