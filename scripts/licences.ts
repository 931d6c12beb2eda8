/** Writes `docs/licences.md`. Run: npx tsx --conditions=source scripts/licences.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { licenceList } from "./licences/licence-list.ts";
import { shippedDependencies } from "./licences/shipped-dependencies.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
writeFileSync(join(root, "docs/licences.md"), licenceList(shippedDependencies(root)));
