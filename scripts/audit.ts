/**
 * Asks the package registry for known faults of the production dependencies; fails on high and critical ones. Where there
 * is no network, or the registry offers no audit, it says so and lets the rest go on.
 *
 * Run: npx tsx scripts/audit.ts
 */
import { spawnSync } from "node:child_process";
import { auditVerdict } from "./audit/audit-verdict.ts";

const words = ["-y", "pnpm@10.34.8", "audit", "--prod", "--json"];
const { stdout, stderr, error } = spawnSync("npx", words, { encoding: "utf8", timeout: 60_000 });
const verdict = auditVerdict(stdout ?? "", error?.message ?? stderr ?? "");
if (verdict.kind === "skipped") console.log(`audit skipped: ${verdict.why}`);
else if (verdict.kind === "clean") console.log(`audit: no high or critical advisory, ${verdict.lesser} lesser`);
else {
  console.error(`audit:\n${verdict.found.join("\n")}`);
  process.exitCode = 1;
}
