import { type FieldWords, recordWords } from "@likewise/ingest";
import { recordSchema, recordTables } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const stable = recordTables.filter((table) => recordSchema(table).status === "stable");

describe("the vocabulary", () => {
  it("knows every record whose format is stable, and no other", () => {
    expect(recordWords.map(({ table }) => table).sort()).toEqual([...stable].sort());
  });

  describe.each(stable)("of %s", (table) => {
    const words = recordWords.find((one) => one.table === table)!;
    const drafted = words.fields.filter((field): field is FieldWords => "headers" in field);
    const { fields } = recordSchema(table);

    it("has an entry or a reason for every field, each once", () => {
      expect(words.fields.map(({ field }) => field).sort()).toEqual(fields.map(({ name }) => name).sort());
      for (const field of words.fields) if ("reason" in field) expect(field.reason).not.toBe("");
    });

    it("heads no two fields alike", () => {
      const headers = drafted.flatMap((field) => field.headers);
      expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
    });

    it("looks for cells of the type the field has", () => {
      const suits: Record<string, readonly string[]> = {
        date: ["date"],
        boolean: ["boolean"],
        number: ["number", "money"],
        integer: ["number", "year"],
        category: ["category", "codes", "few-codes"],
        text: ["id", "text"],
      };
      for (const { field, cells } of drafted) {
        expect(suits[fields.find(({ name }) => name === field)!.type], `${table}.${field}`).toContain(cells);
      }
    });

    it("recodes to codes the record has, and one spelling to one code", () => {
      for (const { field, codes } of drafted) {
        const declared = fields.find(({ name }) => name === field)!;
        const allowed = declared.type === "boolean" ? ["true", "false"] : declared.values;
        if (allowed !== undefined) for (const code of Object.keys(codes ?? {})) expect(allowed).toContain(code);
        const spellings = Object.values(codes ?? {}).flat();
        expect(
          spellings.filter((text, index) => spellings.indexOf(text) !== index),
          `${table}.${field}`,
        ).toEqual([]);
      }
    });
  });
});
