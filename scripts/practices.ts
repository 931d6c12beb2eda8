/** Writes `docs/practices.md` from the practices and the tests that carry their names. Run: npx tsx scripts/practices.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { practiceGuide } from "./practices/practice-guide.ts";
import { practiceTests } from "./practices/practice-tests.ts";
import { readPractices } from "./practices/read-practices.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
writeFileSync(join(root, "docs/practices.md"), practiceGuide(readPractices(root), practiceTests(root)));
