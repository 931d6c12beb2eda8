import { Failure, type PlanProblem } from "@likewise/schema";
import { type Document, LineCounter, parseDocument } from "yaml";

/** A YAML file as data, and how to say where in it something is wrong. */
export interface YamlFile {
  readonly data: unknown;
  /** Problems as one message, each with its line. */
  problemsText(problems: readonly PlanProblem[]): string;
}

/**
 * Reads a YAML file that a person wrote.
 *
 * @param name the file, as messages call it
 * @throws Failure usage: not YAML; the message names line and column
 */
export function readYaml(text: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    const what = fault.code.toLowerCase().replaceAll("_", " ");
    throw new Failure("usage", `${name} line ${line}, column ${col}: not YAML: ${what}`);
  }
  return {
    data: plainData(document, name),
    problemsText: (problems) =>
      problems
        .map((problem) => {
          const line = lineOf(problem.path, document, lines);
          return `${name}${line === null ? "" : ` line ${line}`}: ${problem.path ? `${problem.path}: ` : ""}${problem.message}`;
        })
        .join("\nlikewise: "),
  };
}

/** The document as data: an alias must name an anchor before it, and must not multiply the plan beyond use. */
function plainData(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const many = error.message.startsWith("Excessive alias count");
    throw new Failure(
      "usage",
      `${name}: ${many ? "its aliases (*name) repeat too much of it; write it out" : "an alias (*name) must stand after its anchor (&name)"}`,
    );
  }
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
