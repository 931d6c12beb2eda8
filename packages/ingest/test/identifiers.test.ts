import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crossColumnKinds, identifierKinds, readFlatFile } from "@likewise/ingest";
import { describe, expect, it } from "vitest";
import { withFolder } from "./study-folder.ts";

/** Reads one column beside an id, and says how it ended: the message, or null when it was read. */
async function ending(header: string, cells: readonly string[]): Promise<string | null> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = cells.map((text, row) => `P${row},${quoted(text)}`);
  return withFolder({ "x.csv": `key,${quoted(header)}\n${rows.join("\n")}\n` }, (folder) =>
    readFlatFile({ file: `${folder}/x.csv`, columns: [header], id: "key" }).then(
      () => null,
      (error: Error & { kind?: string }) => {
        expect(error.kind).toBe("usage");
        for (const text of cells) if (text.length > 3) expect(error.message).not.toContain(text);
        return error.message;
      },
    ),
  );
}

const first = [
  "Amy",
  "Ben",
  "Cara",
  "Dev",
  "Eve",
  "Finn",
  "Gita",
  "Hal",
  "Ida",
  "Jon",
  "Kai",
  "Lea",
  "Max",
  "Nia",
  "Oz",
  "Pia",
  "Quinn",
  "Raj",
  "Sue",
  "Tom",
];
const people = first.map((name, index) => `${name} ${["Smith", "O'Neil", "Ødegård", "Patel"][index % 4]}`);

/**
 * NHS numbers with valid check digits, worked by hand: the digits times 10, 9 … 2, summed, modulo 11, taken from 11.
 * 943 476 5919 is the example of the NHS Data Dictionary.
 */
const nhs = ["943 476 5919", "9434765870", "401 023 2137", "4857773457", "9876543210"];

describe("a column of identifiers stops the run", () => {
  const byHeader: Record<string, readonly string[]> = {
    Surname: ["A", "B"],
    ClientFirstName: ["x"],
    "Victim name": ["x"],
    DOB: ["a date"],
    "Date of Birth": ["a date"],
    address_line_1: ["x"],
    "Home postcode": ["x"],
    NHSNo: ["x"],
    "PNC ID": ["x"],
    "NI number": ["x"],
    MobilePhone: ["x"],
    "E-mail": ["x"],
  };
  for (const [header, cells] of Object.entries(byHeader)) {
    it(`headed ${header}`, async () => {
      expect(await ending(header, cells)).toMatch(/is headed like .*Direct identifiers/);
    });
  }

  const byCells: Record<string, readonly string[]> = {
    postcodes: ["SW1A 1AA", "m1 1ae", "CR26XH", "DN55 1PT"],
    "e-mail addresses": ["a.b@example.org", "c@example.co.uk"],
    "telephone numbers": ["07700 900123", "+44 7700 900456", "0161 496 0000", "01632960001"],
    "PNC numbers": ["2004/0123456X", "98/12345A"],
    "National Insurance numbers": ["AB 12 34 56 C", "JK123456D"],
    "NHS numbers": nhs,
    addresses: ["12 High Street", "Flat 2, 7a St Mary's Road"],
    "names of people": people,
    "names of people, untidy": ["MR SMITH", "mrs jones", "Miss  Patel", "MS. BROWN"],
    "names of people, in Arabic": ["محمد علي", "فاطمة حسن", "أحمد عمر", "سارة خالد", "مريم سعيد", "محمد علي"],
    "addresses, in Welsh": ["1 Heol y Bont", "23 Ffordd Las", "4a Stryd Fawr"],
    "free text, short": Array.from({ length: 20 }, (_, row) => `seen at home ${row}, mum present, calm`),
    "free text": Array.from({ length: 6 }, (_, row) => `${"he said that she said ".repeat(5)}${row}`),
  };
  for (const [label, cells] of Object.entries(byCells)) {
    it(`that holds ${label} under a header that lies`, async () => {
      expect(await ending("ref", cells)).toContain(`column "ref" looks like ${label.split(",")[0]}`);
    });
  }

  it("of notes, once they run to sentences", async () => {
    expect(await ending("Case notes", ["rang twice and left a message", "no answer at the door again"])).toContain(
      "free text",
    );
    expect(await ending("Notes", ["A1", "A2"])).toBeNull();
  });
});

describe("what identifies nobody is read", () => {
  const harmless: Record<string, readonly string[]> = {
    "Phone number known": ["Y", "N", "Y"],
    "Year of birth": ["1980", "1990"],
    "Postcode district": ["SW1A", "M1"],
    Street_offence: ["1", "0"],
    "Name of offence": ["Criminal Damage", "Common Assault"],
    rownames: ["a", "b"],
    Team: ["North East", "West Yorkshire", "North East"],
    "ten digits": Array.from({ length: 40 }, (_, row) => String(1000000000 + row * 7919)),
    "six digits": Array.from({ length: 50 }, (_, row) => String(100150 + row)),
    "figures after letters": Array.from({ length: 90 }, (_, row) => `R${19700101 + (row % 28) + 100 * (row % 3)}`),
    kilometres: Array.from({ length: 60 }, (_, row) => String(9000 + ((row * 7919) % 12000))),
    pay: Array.from({ length: 60 }, (_, row) => String(18000 + 50 * ((row * 37) % 300))),
    "Sent on": Array.from({ length: 40 }, (_, row) => `${(row % 28) + 1}/0${(row % 9) + 1}/${2012 + (row % 12)}`),
    "Case worker grade": ["Band A", "Band B", "Band C", "Band D", "Band E"],
    Site: ["Lodge Road", "Park Lane", "Mill Street"],
    serial: Array.from({ length: 20 }, (_, row) => String(row).padStart(11, "0")),
    code: ["105A", "8/1", "49/10", "125/9"],
    re78: ["0", "9930.046", "24909.45"],
    hash: ["e1b2c3d4", "a9f8e7d6"],
    "Discharged – End of Sentence": ["Yes"],
  };
  for (const [header, cells] of Object.entries(harmless)) {
    it(header, async () => {
      expect(await ending(header, cells)).toBeNull();
    });
  }
});

it("every kind looked for has a name of its own, a share and a minimum", () => {
  const ids = [...identifierKinds, ...crossColumnKinds].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { share, atLeast } of identifierKinds) {
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    expect(atLeast).toBeGreaterThan(0);
  }
});

it("the README's table is the registry", () => {
  const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
  const section = readme.split("<!-- identifier kinds: checked against the registry by the tests -->")[1]!;
  const rows = section.split("\n\n")[0]!.trim().split("\n").slice(2);
  const alone = identifierKinds.map(({ label, use }) => `${label} | ${use === null ? "" : `\`${use}\``}`);
  const sideBySide = crossColumnKinds.map(({ label }) => `${label} | `);
  const cells = (row: string) =>
    row
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, 3)
      .join(" | ");
  expect(rows.map(cells)).toEqual([...new Set([...alone, ...sideBySide])]);
});
