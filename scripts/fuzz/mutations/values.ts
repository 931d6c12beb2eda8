import type { RandomStream } from "../../../packages/stats/src/index.ts";
import { joinCells, splitCells } from "../cells.ts";
import type { Material, Mutant, Mutation } from "../mutation.ts";

/** Cells that are not what their column should hold; every row stays a row. */
export const valueMutations: readonly Mutation[] = [
  cells("numbers", "types", [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e309",
    "-1e309",
    "1e-400",
    "-0",
    "0x10",
    "1_000",
    "1,000.00",
    "1.000,00",
    "+5",
    "½",
    "٣",
    "999999999999999999999999",
    "1.7976931348623157e308",
    "2147483648",
    "-1",
    ".",
    "-",
    "1e",
    "£",
    "£-1",
    "(5)",
    "12%",
    "%",
    "1 000",
    "0".repeat(400),
  ]),
  cells("words", "types", [
    "",
    " ",
    "null",
    "NULL",
    "undefined",
    "true",
    "TRUE",
    "Yes ",
    "y",
    "N/A",
    "ND",
    "#REF!",
    "=1+1",
    "@SUM(A1)",
    "'; DROP TABLE people;--",
    "$",
    "__proto__",
    "constructor",
    "toString",
    "\u202etxet",
    "e\u0301",
    "\u00a0",
    "\u200b",
    "😀",
    "\ud800",
    "x".repeat(5000),
    "<script>alert(1)</script>",
    "\\",
    "\\n",
    '"',
    "'",
    ",",
    "\t",
  ]),
  cells("planted-words", "types", null),
  cells("dates", "dates", [
    "31/02/2023",
    "00/00/0000",
    "29/02/2023",
    "29/02/2024",
    "2024-13-01",
    "2024-02-30",
    "99/99/9999",
    "1/1/1",
    "01/01/0001",
    "31/12/9999",
    "45000",
    "45000.5",
    "-1",
    "0",
    "2958466",
    "12/2023",
    "2023",
    "Mar 2023",
    "1st March 2023",
    "03-04-05",
    "2023-06-01T00:00:00Z",
    "2023-06-01 25:61",
    "20230601",
    "1/6/23",
    "١/٢/٢٠٢٣",
    "01/06/2023 ",
    "2023/06/01",
    "01.06.2023",
    "-2023-01-01",
    "+012023-01-01",
    "9".repeat(300),
  ]),
  {
    id: "dates-other-order",
    group: "dates",
    mutate: (material, stream) =>
      everyCell(material, (cell) => {
        const found = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell);
        if (found === null || stream.bernoulli(0.2)) return cell;
        return stream.choice([`${found[2]}/${found[1]}/${found[3]}`, `${found[3]}-${found[2]}-${found[1]}`]);
      }),
  },
  {
    id: "column-of-one-value",
    group: "types",
    mutate: (material, stream) => {
      const rows = splitCells(material.bytes.toString("utf8"));
      const column = stream.integer(0, rows[0]!.length - 1);
      const value = stream.choice(["", "1", "x", "yes", rows.at(-1)![column] ?? ""]);
      for (const row of rows.slice(1)) row[column] = value;
      return { bytes: Buffer.from(joinCells(rows)), rows: material.rows };
    },
  },
  {
    id: "columns-of-cells-swapped",
    group: "types",
    mutate: (material, stream) => {
      const rows = splitCells(material.bytes.toString("utf8"));
      const [a, b] = [stream.integer(0, rows[0]!.length - 1), stream.integer(0, rows[0]!.length - 1)];
      for (const row of rows.slice(1)) [row[a], row[b]] = [row[b] ?? "", row[a] ?? ""];
      return { bytes: Buffer.from(joinCells(rows)), rows: material.rows };
    },
  },
];

/** Puts some of the texts, or with `null` a text nobody else writes, into cells of one column or of any. */
function cells(id: string, group: Mutation["group"], texts: readonly string[] | null): Mutation {
  const mutate = ({ bytes, rows: count }: Material, stream: RandomStream): Mutant => {
    const rows = splitCells(bytes.toString("utf8"));
    const planted = `Zq${stream.integer(1e8, 9e8)}Xv`;
    const oneColumn = stream.bernoulli(0.5) ? stream.integer(0, rows[0]!.length - 1) : null;
    const share = stream.choice([0.01, 0.1, 1]);
    let changed = false;
    for (const row of rows.slice(1)) {
      if (!stream.bernoulli(share) && !(row === rows.at(-1) && !changed)) continue;
      const column = oneColumn ?? stream.integer(0, row.length - 1);
      row[column] = texts === null ? planted : stream.choice(texts);
      changed = true;
    }
    return { bytes: Buffer.from(joinCells(rows)), rows: count, planted: texts === null ? [planted] : [] };
  };
  return { id, group, mutate };
}

function everyCell({ bytes, rows }: Material, change: (cell: string) => string): Mutant {
  const [header, ...data] = splitCells(bytes.toString("utf8"));
  return { bytes: Buffer.from(joinCells([header!, ...data.map((row) => row.map(change))])), rows };
}
