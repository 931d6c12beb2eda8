import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../packages/cli/src/index.ts";
import type { Results } from "../../packages/schema/src/index.ts";
import type { StudyVerdict } from "./verdict-of-programme.ts";

/** Writes a study folder, runs the full command on it, and reads what the published results say. */
export async function verdictOfRun(files: Readonly<Record<string, string>>): Promise<StudyVerdict> {
  const folder = mkdtempSync(join(tmpdir(), "likewise-calibration-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    let said = "";
    const say = (text: string) => {
      said += text;
    };
    const code = await main(["run", folder], { out: say, err: say, terminal: false, now: () => 0 });
    if (code !== 0) throw new Error(`run ended with ${code}: ${said}`);
    const results: Results = JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8"));
    const [comparison] = results.comparisons;
    const claim = comparison!.claims[0]!;
    const grade = comparison!.evidence.find(
      ({ scale, estimates }) => scale === "wwclg" && claim.estimate !== null && estimates.includes(claim.estimate),
    );
    return { level: grade?.level ?? null, verdict: claim.verdict, causal: claim.causal };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
