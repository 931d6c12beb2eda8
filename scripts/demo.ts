/**
 * The first thing a newcomer runs: both shipped studies through the command, as a user would type it.
 * Run: pnpm demo
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const studies = ["reports/perpetrator-programme", "reports/tarp"];

for (const study of studies) {
  console.log(`\n$ likewise run ${study}\n`);
  const run = spawnSync(process.execPath, ["packages/cli/dist/bin.js", "run", study], { cwd: root, stdio: "inherit" });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
