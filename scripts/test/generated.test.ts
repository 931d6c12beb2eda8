import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../generate-schema.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = await generate(root);

describe("what is made from data-schemas/ is up to date (pnpm generate)", () => {
  it.each(Object.keys(files))("%s", (file) => {
    expect(readFileSync(path.join(root, file), "utf8")).toBe(files[file]);
  });

  it("says in its first line what made it", () => {
    for (const text of Object.values(files)) expect(text.split("\n")[0]).toContain("scripts/generate-schema.ts");
  });
});

describe("the data dictionary", () => {
  const page = files["docs/data-dictionary.md"]!;

  it("has every table and field of data-schemas/", () => {
    expect(page.match(/^## `/gm)).toHaveLength(31);
    expect(page).toContain(
      "| `panel_decision` | code | yes | Decision of the panel. Codes: `selected`, `not-selected`, `capacity-refused` |",
    );
    expect(page).toContain("and what became of it. **Draft.**");
  });

  it("links to every section it has", () => {
    for (const [, name] of page.matchAll(/\]\(#(\w+)\)/g)) expect(page).toMatch(new RegExp(`^## \`${name}\``, "m"));
  });
});
