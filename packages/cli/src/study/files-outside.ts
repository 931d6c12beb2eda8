import { posix, win32 } from "node:path";
import type { PlanProblem, StudyPlan } from "@likewise/schema";

/**
 * Files a plan names outside its own folder, as problems. A study is one folder that can be handed on and run elsewhere,
 * and results name the files they were made from: a path of somebody's machine would stand in them, and a plan from
 * somebody else could have any file of the reader's read. The key of pseudonyms and earlier releases lie elsewhere by
 * their nature.
 *
 * @example
 * filesOutside({ data: { tables: { people: { files: ["../people.csv"], columns: {} } } } })[0].path; // "data.tables.people.files[0]"
 */
export function filesOutside(plan: Pick<StudyPlan, "data" | "programme" | "measures" | "report">): PlanProblem[] {
  return filesOf(plan)
    .filter(({ file }) => !isInside(file))
    .map(({ path, file }) => ({
      path,
      message: `expected a file in the study folder, found ${JSON.stringify(file)}; copy it into the folder (data/ is its place) and name it from there`,
    }));
}

/** By the rules of both families of systems: a plan may be written on one and run on another. */
function isInside(file: string): boolean {
  if (posix.isAbsolute(file) || win32.isAbsolute(file) || /^[a-z]:/i.test(file)) return false;
  return win32.normalize(file).split("\\")[0] !== "..";
}

interface Named {
  readonly path: string;
  readonly file: string;
}

function filesOf({ data, programme, measures, report }: Parameters<typeof filesOutside>[0]): Named[] {
  const named = (path: string, file: string | undefined): Named[] => (file === undefined ? [] : [{ path, file }]);
  return [
    ...Object.entries(data.tables).flatMap(([table, { files }]) =>
      files.flatMap((file, at) => named(`data.tables.${table}.files[${at}]`, file)),
    ),
    ...(data.weights ?? []).flatMap(({ file }, at) => named(`data.weights[${at}].file`, file)),
    ...(data.linkage ?? []).flatMap(({ decisions }, at) => named(`data.linkage[${at}].decisions`, decisions)),
    ...named("programme.theoryFile", programme?.theoryFile),
    ...named("programme.evidenceFile", programme?.evidenceFile),
    ...(measures ?? []).flatMap(({ definition }, at) => named(`measures[${at}].definition`, definition)),
    ...named("report.branding.logo", report?.branding?.logo),
  ];
}
