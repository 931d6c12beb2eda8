import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { hasCode } from "@likewise/engine";
import { Failure, type PlanProblem, type StudyPlan, validatePlan } from "@likewise/schema";
import { type Document, LineCounter, parseDocument } from "yaml";

/** A plan as read, with the folder its files are relative to. */
export interface LoadedPlan {
  readonly plan: StudyPlan;
  readonly folder: string;
  /** The plan itself. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads and checks `study.yaml`.
 *
 * @param path a study folder, or the plan in it
 * @throws Failure usage: no such study, not YAML, or not a plan; the message names line and key
 */
export async function loadPlan(path: string): Promise<LoadedPlan> {
  const file = await planFile(path);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw hasCode(error, "EACCES", "EPERM") ? new Failure("usage", `${path} cannot be read: no permission`) : error;
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new Failure(
      "usage",
      `study.yaml line ${line}, column ${col}: not YAML: ${fault.code.toLowerCase().replaceAll("_", " ")}`,
    );
  }
  const data = plainData(document);
  if (typeof data !== "object" || data === null) {
    throw new Failure("usage", `${path} is not a study plan: name a study folder, or the study.yaml in it`);
  }
  const checked = validatePlan(data);
  if ("problems" in checked) throw new Failure("usage", problemsText(checked.problems, document, lines));
  return { plan: checked.plan, folder: dirname(file), file, text };
}

/** The document as data: an alias must name an anchor before it, and must not multiply the plan beyond use. */
function plainData(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const many = error.message.startsWith("Excessive alias count");
    throw new Failure(
      "usage",
      `study.yaml: ${many ? "its aliases (*name) repeat too much of it; write it out" : "an alias (*name) must stand after its anchor (&name)"}`,
    );
  }
}

async function planFile(path: string): Promise<string> {
  const full = resolve(path);
  const found = await stat(full).catch(() => null);
  if (found === null) throw new Failure("usage", `there is no study at ${path}`);
  if (!found.isDirectory()) return full;
  const file = join(full, "study.yaml");
  if ((await stat(file).catch(() => null)) === null)
    throw new Failure("usage", `the folder ${path} holds no study.yaml`);
  return file;
}

function problemsText(problems: readonly PlanProblem[], document: Document, lines: LineCounter): string {
  const shown = problems.map((problem) => {
    const line = lineOf(problem.path, document, lines);
    return `study.yaml${line === null ? "" : ` line ${line}`}: ${problem.path ? `${problem.path}: ` : ""}${problem.message}`;
  });
  return shown.join("\nlikewise: ");
}

/** The line of the nearest part of a path that exists: a missing key is reported at its parent. */
function lineOf(path: string, document: Document, lines: LineCounter): number | null {
  const segments = path.split(/[.[\]]+/).filter(Boolean);
  for (let length = segments.length; length > 0; length--) {
    const node = document.getIn(segments.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
