import { alignEvidence, componentsOfProgramme } from "@likewise/evidence";
import {
  type Alignment,
  type Columns,
  cell,
  type EvidenceMap,
  Failure,
  type StudyPlan,
  type TheoryOfChange,
} from "@likewise/schema";

/**
 * The parts of the programme, those seen in its sessions too, against the evidence its map holds.
 *
 * @throws Failure usage: a statement about a part the programme does not have
 */
export function alignmentOfRun(
  map: EvidenceMap,
  plan: StudyPlan,
  theory: TheoryOfChange | null,
  tables: Readonly<Record<string, Columns>>,
): Alignment {
  const components = componentsOfProgramme({ plan, theory, sessions: componentsSeen(tables.sessions) });
  const targets = plan.programme?.record?.targetGroups as readonly string[] | undefined;
  const { alignment, unknown } = alignEvidence({ components, map, ...(targets === undefined ? {} : { targets }) });
  const [first] = unknown;
  if (first !== undefined) {
    const known = components.map(({ id }) => id).join(", ") || "the programme names none";
    throw new Failure(
      "usage",
      `${plan.programme?.evidenceFile}: the statement ${first.statement} is about "${first.part}", which is no part of the programme (${known})`,
    );
  }
  return alignment;
}

function componentsSeen(sessions: Columns | undefined): string[] {
  const column = sessions?.columns.component;
  if (sessions === undefined || column === undefined) return [];
  const seen = new Set<string>();
  for (let row = 0; row < sessions.numRows; row++) {
    const name = cell(column, row);
    if (name !== null) seen.add(String(name));
  }
  return [...seen];
}
