/** Runs every notebook from top to bottom and writes it as one page beside its source. Run: pnpm notebooks */
import { readFileSync, writeFileSync } from "node:fs";
import { matchingLalonde } from "./matching-lalonde.ts";
import { renderNotebook } from "./render.ts";

for (const notebook of [matchingLalonde()]) {
  const text = readFileSync(new URL(`${notebook.id}.ts`, import.meta.url), "utf8");
  writeFileSync(new URL(`${notebook.id}.html`, import.meta.url), renderNotebook(notebook, text));
  console.log(`notebooks/${notebook.id}.html`);
}
