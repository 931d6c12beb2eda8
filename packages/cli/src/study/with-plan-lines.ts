import { type ColumnPlan, Failure, type StudyPlan } from "@likewise/schema";
import type { LoadedPlan } from "./load-plan.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * What rests on the files a plan names; where one of them, or a column of it, is not there, the message begins with the
 * line of the plan that names it.
 *
 * @throws Failure as the work does
 */
export async function withPlanLines<Result>(
  { plan, text }: Pick<LoadedPlan, "plan" | "text">,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const path = error instanceof Failure && error.about !== null ? pathOf(plan, error.about) : null;
    if (!(error instanceof Failure) || path === null) throw error;
    throw new Failure(
      error.kind,
      readYaml(text, "study.yaml").problemsText([{ path, message: error.message }]),
      error.about,
    );
  }
}

/** Where the plan names a file, or a column of it; the first place where several do. */
function pathOf({ data }: StudyPlan, { file, column }: NonNullable<Failure["about"]>): string | null {
  for (const [table, source] of Object.entries(data.tables)) {
    const at = source.files.indexOf(file);
    if (at === -1) continue;
    if (column === undefined) return `data.tables.${table}.files[${at}]`;
    for (const part of ["columns", "covariates"] as const) {
      const named = Object.entries(source[part] ?? {}).find(([, plan]) => headerOf(plan) === column);
      if (named !== undefined) return `data.tables.${table}.${part}.${named[0]}`;
    }
  }
  return null;
}

function headerOf(plan: ColumnPlan): string | undefined {
  return typeof plan === "string" ? plan : plan.column;
}
