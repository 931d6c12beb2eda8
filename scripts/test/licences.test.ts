import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { allowedLicences, licenceList } from "../licences/licence-list.ts";
import { shippedDependencies } from "../licences/shipped-dependencies.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dependencies = shippedDependencies(root);

describe("licences of what is installed with the command", () => {
  it("are all on the list of those allowed; of two on offer, one is; of two that both hold, both are", () => {
    const notAllowed = dependencies.filter(
      ({ licence }) =>
        !licence
          .replace(/^\((.*)\)$/, "$1")
          .split(" OR ")
          .some((one) => one.split(" AND ").every((part) => allowedLicences.includes(part))),
    );
    expect(notAllowed).toEqual([]);
  });

  it("are listed in docs/licences.md as installed", () => {
    expect(readFileSync(join(root, "docs/licences.md"), "utf8")).toBe(licenceList(dependencies));
  });

  it("cover what the dependencies ask for themselves, and builds for other systems", () => {
    const names = dependencies.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["@duckdb/node-bindings", "@duckdb/node-bindings-win32-x64", "d3-array"]),
    );
  });
});
