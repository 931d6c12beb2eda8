import { type Columns, cell, Failure, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { dimensionOf, figureCell } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";

/** One line of what a whole-family programme could measure. */
export interface IndicatorFamily {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly direction: "lower-is-better" | "higher-is-better" | "neither";
  /** Where it is looked for without being told: fields, and values of another field of the same table that count. */
  readonly sources: readonly FamilySource[];
}

export interface FamilySource {
  readonly from: string;
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

const line = (
  id: string,
  label: string,
  definition: string,
  [numerator, denominator]: readonly [string, string],
  direction: IndicatorFamily["direction"],
  ...sources: readonly FamilySource[]
): IndicatorFamily => ({ id, label, definition, numerator, denominator, direction, sources });

const measured = (...measure: string[]): FamilySource => ({ from: "measures.response", where: { measure } });
const used = (...service: string[]): FamilySource => ({ from: "service_use.date", where: { service } });
const [abused, people, children] = ["people with abuse recorded", "people", "children"];

/**
 * Seventeen lines a programme for whole families could measure. Another is one more line.
 *
 * @source Cordis Bright, Whole family domestic abuse programmes: six lessons learned (2020): its families of indicators,
 *   with risk apart from prevalence and use of services in four
 * @example
 * indicatorFamilies.length; // 17
 */
export const indicatorFamilies: readonly IndicatorFamily[] = [
  line("prevalence", "Prevalence of abuse", "Abuse on record or reported", [abused, people], "lower-is-better", {
    from: "abuse.severity",
  }),
  line("risk", "Risk", "Risk level or checklist", ["people at high risk", people], "lower-is-better", {
    from: "people.risk_level",
  }),
  line(
    "physical-health",
    "Physical health",
    "A scale or record of physical health",
    ["score", people],
    "higher-is-better",
    measured("eq-5d-5l", "sf-12"),
  ),
  line(
    "mental-health",
    "Mental health",
    "A scale of symptoms",
    ["score", people],
    "lower-is-better",
    measured("phq-9", "gad-7", "core-10", "ces-d", "pcl-c"),
  ),
  line(
    "wellbeing",
    "Wellbeing",
    "A scale of wellbeing",
    ["score", people],
    "higher-is-better",
    measured("wemwbs", "swemwbs", "who-5"),
  ),
  line(
    "safety",
    "Safety",
    "Space for action, fear, or feeling safe",
    ["score", "victim-survivors"],
    "higher-is-better",
  ),
  line(
    "school-attendance",
    "School attendance",
    "Sessions attended of those possible",
    ["sessions attended", children],
    "higher-is-better",
    { from: "statuses.status", where: { kind: ["school"] } },
  ),
  line(
    "school-engagement",
    "School engagement",
    "A scale or teacher’s rating",
    ["score", children],
    "higher-is-better",
  ),
  line(
    "school-achievement",
    "School achievement",
    "Progress against what is expected",
    ["children as expected", children],
    "higher-is-better",
  ),
  line(
    "youth-offending",
    "Youth offending",
    "Proven offences of children",
    ["children with one", children],
    "lower-is-better",
  ),
  line(
    "youth-victimisation",
    "Youth victimisation",
    "Crimes against children",
    ["children with one", children],
    "lower-is-better",
  ),
  line("employment", "Employment", "In work on a day", ["people in work", people], "higher-is-better", {
    from: "statuses.from",
    where: { kind: ["employment"] },
  }),
  line(
    "training",
    "Education and training",
    "In education or training on a day",
    ["people in training", people],
    "higher-is-better",
  ),
  line(
    "police",
    "Use of services: police",
    "Contacts with the police",
    ["contacts", people],
    "neither",
    used("police"),
    { from: "events.event_date" },
  ),
  line(
    "primary-care",
    "Use of services: primary care",
    "Contacts with a general practice",
    ["contacts", people],
    "neither",
    used("gp", "primary-care"),
  ),
  line(
    "secondary-care",
    "Use of services: secondary care",
    "Attendances and admissions",
    ["contacts", people],
    "neither",
    used("a-and-e", "hospital", "secondary-care"),
  ),
  line(
    "social-services",
    "Use of services: social services",
    "Plans for children, and contacts",
    ["contacts", people],
    "neither",
    used("social-care", "social-services"),
    { from: "statuses.from", where: { kind: ["child-in-need", "child-protection", "child-in-care"] } },
  ),
];

/** How many records hold each line, and which lines have any. */
export interface FamilyCoverage {
  readonly kind: "likewise/indicator-families";
  readonly lines: readonly { readonly id: string; readonly label: string; readonly records: number }[];
  readonly withData: number;
  readonly of: number;
}

/**
 * What a study measures of each family of indicators: the widest range counts the lines with data.
 *
 * A line has data where a source of the catalogue, or one the plan names, has a value in at least one row. That a line
 * is measured says nothing of how well, or of whom.
 *
 * @throws Failure (usage) where the plan names a family that is not in the catalogue
 */
export function familyCoverage({
  plan,
  tables,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
}): FamilyCoverage {
  const declared = plan.cohort.indicatorFamilies ?? [];
  for (const { family } of declared)
    if (!indicatorFamilies.some(({ id }) => id === family))
      throw new Failure(
        "usage",
        `cohort.indicatorFamilies: family must be one of ${indicatorFamilies.map(({ id }) => id).join(", ")}, got ${family}`,
      );
  const scales = (plan.cohort.safety?.scales ?? []).map(({ measure }) => measured(measure));
  const lines = indicatorFamilies.map(({ id, label, sources }) => {
    const own = declared.filter(({ family }) => family === id) as readonly FamilySource[];
    const all = [...sources, ...own, ...(id === "safety" ? scales : [])];
    return { id, label, records: recordsOf(tables, all) };
  });
  return {
    kind: "likewise/indicator-families",
    lines,
    withData: lines.filter(({ records }) => records > 0).length,
    of: lines.length,
  };
}

/** Rows of any of the sources, each once. */
function recordsOf(tables: Readonly<Record<string, Columns>>, sources: readonly FamilySource[]): number {
  const rows = new Set<string>();
  for (const { from, where = {} } of sources) {
    const [tableName, field] = from.split(".") as [string, string];
    const table = Object.hasOwn(tables, tableName) ? tables[tableName]! : undefined;
    const column = table?.columns[field];
    if (table === undefined || column === undefined) continue;
    for (let row = 0; row < table.numRows; row++) {
      if (cell(column, row) === null) continue;
      const counts = Object.entries(where).every(([name, values]) =>
        values.includes(textAt(table.columns[name], row) ?? ""),
      );
      if (counts) rows.add(`${tableName} ${row}`);
    }
  }
  return rows.size;
}

export function familyCoverageTables({ lines, withData, of }: FamilyCoverage): Table[] {
  return [
    {
      id: tableId("indicator-families"),
      title: `Families of indicators: ${withData} of ${of} lines have data. Records that hold each; that a line is measured does not say how well`,
      unit: "record",
      definition: "indicator-families",
      window: null,
      dimensions: [
        dimensionOf(
          "line",
          "Line",
          lines.map(({ id, label }) => ({ id, label })),
          false,
        ),
      ],
      cells: lines.map(({ id, records }) => figureCell({ line: id }, records, null, null)),
      linked: [],
    },
  ];
}
