import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));

describe("documents on protection name tests and pages that are there", () => {
  for (const document of ["SECURITY.md", "docs/data-protection.md"]) {
    it(document, () => {
      const text = readFileSync(join(repository, document), "utf8");
      const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link!);
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((link) => !existsSync(join(repository, dirname(document), link)))).toEqual([]);
    });
  }
});
