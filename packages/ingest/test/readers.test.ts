import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fileReaders } from "@likewise/ingest";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

describe("the readers", () => {
  it("are those a plan can name", () => {
    const schema = JSON.parse(read("../../../data-schemas/study.schema.json"));
    const named: string[] = schema.$defs.TableSource.properties.format.properties.reader.enum;
    expect(fileReaders.map(({ id }) => id).sort()).toEqual([...named].sort());
  });

  it("claim each extension once, and recognise none by a name alone where the bytes are plain text", () => {
    const extensions = fileReaders.flatMap((reader) => reader.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const extension of extensions) expect(extension).toMatch(/^\.[a-z0-9]+$/);
    const text = Buffer.from("id,area\nP1,x\n");
    for (const reader of fileReaders) {
      expect([reader.id, reader.recognises(text, "x.csv")]).toEqual([reader.id, reader.id === "delimited"]);
    }
  });

  it("stand in the README, in their order", () => {
    const section = read("../README.md").split("<!-- readers: checked against the registry by the tests -->")[1]!;
    const rows = section.split("\n\n")[0]!.trim().split("\n").slice(2);
    expect(
      rows.map((row) =>
        row
          .split("|")
          .map((cell) => cell.trim())
          .slice(1, 4),
      ),
    ).toEqual(
      fileReaders.map(({ id, label, extensions }) => [
        `\`${id}\``,
        label,
        extensions.map((extension) => `\`${extension}\``).join(" "),
      ]),
    );
  });
});
