import type { RandomStream } from "../../../packages/stats/src/index.ts";
import { joinCells, splitCells } from "../cells.ts";
import type { Mutant, Mutation } from "../mutation.ts";

type Rows = string[][];

/** Another shape of the table: delimiters, quotes, headers, ragged rows. `counted`: the data rows stay countable. */
export const structureMutations: readonly Mutation[] = [
  shape("other-delimiter", (rows, stream) => joinCells(rows, stream.choice([";", "\t", "|", ":", "¬", "  "]))),
  shape("quote-everything", (rows) => quoteAll(rows), "counted"),
  shape("deep-quotes", (rows, stream) => {
    spoilCell(rows, stream, (cell) => `${'"'.repeat(stream.integer(1, 4000))}${cell}`);
    return joinCells(rows);
  }),
  shape("quote-never-closed", (rows, stream) => {
    const lines = joinCells(rows).split("\n");
    const at = stream.integer(0, lines.length - 1);
    lines[at] = `"${lines[at]}`;
    return lines.join("\n");
  }),
  shape("text-after-quote", (rows, stream) => {
    const lines = quoteAll(rows).split("\n");
    const at = stream.integer(0, lines.length - 1);
    lines[at] = lines[at]!.replace('",', '"x,');
    return lines.join("\n");
  }),
  shape("line-breaks-in-cells", (rows, stream) => {
    for (let cell = stream.integer(1, 6); cell > 0; cell--) spoilCell(rows, stream, (text) => `${text}\n\r\n${text}`);
    return joinCells(rows);
  }),
  shape("cells-lost", (rows, stream) => {
    for (let row = stream.integer(1, 6); row > 0; row--) rowOf(rows, stream).splice(stream.integer(0, 4), 1);
    return joinCells(rows);
  }),
  shape("cells-added", (rows, stream) => {
    for (let row = stream.integer(1, 6); row > 0; row--) rowOf(rows, stream).splice(stream.integer(0, 4), 0, "", "1");
    return joinCells(rows);
  }),
  shape("headers-swapped", (rows, stream) => {
    rows[0] = stream.shuffle(rows[0]!);
    return joinCells(rows);
  }),
  shape("header-twice", (rows, stream) => {
    const header = rows[0]!;
    header[stream.integer(0, header.length - 1)] = stream.choice(header);
    return joinCells(rows);
  }),
  shape("header-blank", (rows, stream) => {
    const header = rows[0]!;
    for (let blanks = stream.integer(1, 3); blanks > 0; blanks--) {
      header[stream.integer(0, header.length - 1)] = stream.choice(["", " ", "\u00a0", "\u200b"]);
    }
    return joinCells(rows);
  }),
  shape("header-spelling", (rows, stream) => {
    const header = rows[0]!;
    const at = stream.integer(0, header.length - 1);
    const cell = header[at]!;
    header[at] = stream.choice([
      cell.toUpperCase(),
      ` ${cell} `,
      `${cell}.1`,
      cell.normalize("NFD"),
      `${cell}\u0301`,
      `${cell}\n(code)`,
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      cell.repeat(3000),
    ]);
    return joinCells(rows);
  }),
  shape("header-gone", (rows) => joinCells(rows.slice(1))),
  shape("header-repeated", (rows, stream) => {
    for (let copy = stream.integer(1, 3); copy > 0; copy--) rows.splice(stream.integer(1, rows.length), 0, rows[0]!);
    return joinCells(rows);
  }),
  shape("preamble", (rows, stream) => {
    const titles = ["Report", "Extract of cases", "", "Run by:,team", '"Period, all"', "OFFICIAL-SENSITIVE"];
    rows.unshift(...Array.from({ length: stream.integer(1, 5) }, () => [stream.choice(titles)]));
    return joinCells(rows);
  }),
  shape("footer", (rows, stream) => {
    rows.push([stream.choice(["Total", "End of report", "Rows: 60", "** END **"])]);
    return joinCells(rows);
  }),
  shape("blank-rows", (rows, stream) => {
    for (let blank = stream.integer(1, 9); blank > 0; blank--) {
      rows.splice(stream.integer(1, rows.length), 0, stream.choice([[""], ["", ""], [" "], rows[0]!.map(() => "")]));
    }
    return joinCells(rows);
  }),
  shape("header-only", (rows) => joinCells(rows.slice(0, 1))),
  shape("one-row", (rows, stream) => joinCells([rows[0]!, rowOf(rows, stream)]), "counted"),
  shape("many-columns", (rows, stream) => {
    const extra = stream.integer(50, 3000);
    return joinCells(rows.slice(0, 12).map((row, at) => [...row, ...Array<string>(extra).fill(at === 0 ? "x" : "1")]));
  }),
  shape("column-gone", (rows, stream) => {
    const at = stream.integer(0, rows[0]!.length - 1);
    return joinCells(rows.map((row) => row.filter((_, column) => column !== at)));
  }),
  shape("huge-cell", (rows, stream) => {
    const piece = stream.choice(["x", "9", "é", "😀", "01/", "-", " ", "a "]);
    spoilCell(rows, stream, () => piece.repeat(stream.integer(10_000, 400_000)));
    return joinCells(rows);
  }),
  shape(
    "many-rows",
    (rows, stream) => {
      const copies = stream.integer(2, 40);
      const data = rows.slice(1);
      return joinCells([rows[0]!, ...Array.from({ length: copies }, () => data).flat()]);
    },
    "counted",
  ),
];

function shape(
  id: string,
  change: (rows: Rows, stream: RandomStream) => string,
  count: "counted" | "open" = "open",
): Mutation {
  const mutate: Mutation["mutate"] = ({ bytes, rows }, stream): Mutant => {
    const text = change(splitCells(bytes.toString("utf8")), stream);
    const known = count === "counted" && rows !== null;
    return { bytes: Buffer.from(text), rows: known ? splitCells(text).length - 1 : null };
  };
  return { id, group: "structure", mutate };
}

function rowOf(rows: Rows, stream: RandomStream): string[] {
  return rows[Math.min(rows.length - 1, stream.integer(1, Math.max(1, rows.length - 1)))]!;
}

function spoilCell(rows: Rows, stream: RandomStream, change: (cell: string) => string): void {
  const row = rowOf(rows, stream);
  const column = stream.integer(0, row.length - 1);
  row[column] = change(row[column] ?? "");
}

function quoteAll(rows: Rows): string {
  return `${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n")}\n`;
}
