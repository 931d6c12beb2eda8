import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Results, subjectOfTable, tableForms } from "../../packages/schema/src/index.ts";

const root = path.resolve(import.meta.dirname, "../..");
const packages = path.join(root, "packages");
const sources = readdirSync(packages).flatMap((name) => {
  const home = path.join(packages, name, "src");
  return readdirSync(home, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("generated"))
    .map((file) => ({ file: path.join(name, "src", file), text: readFileSync(path.join(home, file), "utf8") }));
});
const forms: readonly string[] = Object.values(tableForms).flat();

describe("tables are known by the form of their ids", () => {
  it("and every form is made by somebody", () => {
    const made = sources.flatMap(({ text }) =>
      [...text.matchAll(/tableId\(\s*(["`])(.+?)\1/g)].map(([, , form]) => form!),
    );
    const patterns = made.map(
      (form) => new RegExp(`^${form.replaceAll("*", "\\*").replaceAll(/\$\{.+?\}/g, "[a-z-]+")}$`),
    );
    expect(forms.filter((form) => !patterns.some((pattern) => pattern.test(form)))).toEqual([]);
  });

  it("and nobody looks for one by what its id is or begins with", () => {
    const beginnings = forms.map((form) => form.split("*")[0]!.replace(/-$/, ""));
    const asked = /(?:\bid(?:\)|\b).{0,12}|\btable\.id)(?:\.startsWith\(| === )["`]([a-z-]+?)-?(?:["`]|\$)/g;
    const found = sources.flatMap(({ file, text }) =>
      text
        .split("\n")
        .filter((line) => /table/i.test(line))
        .flatMap((line) => [...line.matchAll(asked)].map(([, beginning]) => beginning!))
        .filter((beginning) => beginnings.includes(beginning))
        .map((beginning) => `${file}: ${beginning}`),
    );
    expect(found).toEqual([]);
  });

  it.each(["perpetrator-programme", "tarp"])("and the shipped study %s has no table that is about nothing", (study) => {
    const file = path.join(root, "reports", study, "out/results.json");
    const { tables } = JSON.parse(readFileSync(file, "utf8")) as Results;
    expect(tables.filter((table) => subjectOfTable(table) === null).map(({ id }) => id)).toEqual([]);
  });
});
