import { addMonths, isoDate, parseIsoDate, type StudyPlan } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { cleanExtracts, type ExtractFile } from "../extracts/clean-extracts.ts";
import { defaultParameters, type ProgrammeParameters } from "../model/programme-parameters.ts";
import { sourcesOf, type TableName, tableFields } from "../plan/table-sources.ts";
import { type ProgrammeTables, programmeTables } from "../tables/programme-tables.ts";
import { asAt } from "./as-at.ts";
import { templatePeople } from "./draw-people.ts";
import { familyFields, familyTables } from "./family-tables.ts";
import { needsFields, needsTable } from "./needs-table.ts";
import type { PlanNote, StudyTemplate } from "./study-template.ts";
import { templateReadme } from "./template-readme.ts";
import { weightsFile } from "./template-weights.ts";

/** A study folder in memory. */
export interface TemplateStudy {
  readonly synthetic: true;
  readonly plan: StudyPlan;
  /** Comments of the plan, by the line they stand above. */
  readonly notes: readonly PlanNote[];
  readonly tables: ProgrammeTables;
  /** Extracts, weights and README, by path in the folder. */
  readonly files: readonly ExtractFile[];
}

/**
 * The study of a template: synthetic extracts in which every count of the template holds, and a plan that runs on them.
 *
 * @param seed any number or text; the same seed gives the same bytes
 * @example
 * const template = studyTemplates.find(({ id }) => id === "one-to-one-behaviour-change");
 * templateStudy(template, 1).tables.referrals.numRows; // 55
 */
export function templateStudy(template: StudyTemplate, seed: number | string): TemplateStudy {
  const parameters: ProgrammeParameters = { ...defaultParameters, ...template.model, seed };
  const people = templatePeople(template, parameters);
  const { fields, referrals, stageNames } = template.tables;
  const wanted = Object.keys(fields) as TableName[];
  const needs = template.tables.needs === true;
  const families = template.tables.families === true;
  const usual = programmeTables(people, parameters, wanted, { fields, referrals, stageNames });
  const stream = randomStream(seed).split(template.id);
  const made = {
    ...usual,
    ...(families ? familyTables(people, usual, stream.split("families")) : {}),
    ...(needs ? { needs: needsTable(people, stream.split("needs")) } : {}),
  };
  const extractDay = parseIsoDate(parameters.extractDate)!;
  const tables: ProgrammeTables = Object.fromEntries(
    Object.entries(made).map(([table, columns]) => [table, asAt(table, columns, extractDay)]),
  );
  return {
    synthetic: true,
    plan: planOf(template, parameters),
    notes: template.notes,
    tables,
    files: [
      { name: "README.md", text: templateReadme(template) },
      ...cleanExtracts({ tables }),
      ...(template.plan.weights === undefined ? [] : [weightsFile()]),
    ],
  };
}

function planOf(template: StudyTemplate, { seed, extractDate, firstPanel }: ProgrammeParameters): StudyPlan {
  const { weights, title, id, question, programme, cohort, outcomes, comparisons, ...rest } = template.plan;
  const { fields, needs = false, families = false } = template.tables;
  const fieldsOf = Object.fromEntries(
    Object.entries(fields).map(([table, own]) => [table, own ?? tableFields[table as TableName]]),
  );
  return {
    version: 1,
    title,
    ...(id === undefined ? {} : { id }),
    synthetic: true,
    ...(Number.isInteger(seed) ? { seed: seed as number } : {}),
    ...(question === undefined ? {} : { question }),
    ...(programme === undefined ? {} : { programme }),
    data: {
      asAt: extractDate,
      tables: {
        ...sourcesOf({
          ...fieldsOf,
          ...(needs ? { needs: needsFields } : {}),
          ...(families ? { measures: familyFields.measures } : {}),
        }),
        ...(families ? statusSource(firstPanel) : {}),
      },
      ...(weights === undefined ? {} : { weights }),
      sourceNote: "Every record is synthetic. No person, service or area in it exists.",
    },
    cohort,
    outcomes,
    comparisons,
    ...rest,
  };
}

/** Statuses are known from two years before the first places: without it, no record would pass for no status. */
function statusSource(firstPanel: string): StudyPlan["data"]["tables"] {
  const { statuses } = sourcesOf({ statuses: familyFields.statuses });
  return { statuses: { ...statuses!, coverage: { from: isoDate(addMonths(parseIsoDate(firstPanel)!, -24)) } } };
}
