import { valueText } from "@likewise/report";
import type { CheckedFile, Verification } from "../study/verify-run.ts";

const shown = 20;

/** What of a run is as its manifest says, as lines for a terminal; what differs comes before what it was. */
export function verificationText(verification: Verification): string {
  const { out, outputs, inputs, plan, likewise, again, differs, study, unlisted } = verification;
  const lines = [
    `${differs ? "Differs   " : "As written"}  ${out}`,
    ...filesLines("Outputs", outputs),
    ...(verification.private === null ? [] : filesLines("private/", verification.private)),
    ...(study === null
      ? ["Plan        not at hand: name the study folder with --study"]
      : [`Plan        ${plan === "same" ? "as it was" : "changed since the run"}: ${study}`]),
    ...filesLines("Inputs", inputs),
    likewise.written === likewise.here
      ? `Likewise    ${likewise.here}`
      : `Likewise    ${likewise.written} wrote this, and this is ${likewise.here}`,
    ...againLines(verification),
    ...(unlisted.length === 0 ? [] : [`Not listed  ${unlisted.length} files that no manifest names`]),
    ...unlisted.slice(0, shown).map((file) => `  ${file}`),
  ];
  if (again.state === "not-run") lines.push(`Run again   no: ${again.why}`);
  return `${lines.join("\n")}\n`;
}

function filesLines(title: string, files: readonly CheckedFile[]): string[] {
  const count = (state: CheckedFile["state"]) => files.filter((file) => file.state === state).length;
  const parts = [
    `${count("same")} of ${files.length} as they were`,
    ...(count("changed") > 0 ? [`${count("changed")} changed`] : []),
    ...(count("absent") > 0 ? [`${count("absent")} not there`] : []),
  ];
  const other = files.filter(({ state }) => state !== "same");
  return [
    `${title.padEnd(12)}${parts.join(", ")}`,
    ...other.slice(0, shown).map(({ file, state }) => `  ${state.padEnd(8)} ${file}`),
    ...(other.length > shown ? [`  … and ${other.length - shown} more: see --json`] : []),
  ];
}

function againLines({ again }: Verification): string[] {
  if (again.state === "not-run") return [];
  if (again.state === "same") return ["Run again   gives the same results and files"];
  if (again.state === "failed") return [`Run again   cannot be: ${again.why}`];
  const { differences, files } = again;
  return [
    `Run again   gives ${differences.length} other values and ${files.length} other files`,
    ...differences
      .slice(0, shown)
      .map(({ key, before, now }) => `  ${key}: ${valueText(before)} before, ${valueText(now)} now`),
    ...(differences.length > shown ? [`  … and ${differences.length - shown} more: see --json`] : []),
    ...files.slice(0, shown).map((file) => `  ${file}`),
    ...(files.length > shown ? [`  … and ${files.length - shown} more: see --json`] : []),
  ];
}
