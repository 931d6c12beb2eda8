import { naturalOrder, type StudyPlan, type TheoryOfChange } from "@likewise/schema";

/** A part of the programme that evidence is looked for. */
export interface ProgrammeComponent {
  readonly id: string;
  readonly label: string;
  readonly from: "declared" | "theory" | "workstream" | "sessions";
}

/**
 * The parts of a programme, each once: those the plan declares, then activities of the theory of change, workstreams and
 * components of sessions that no part named before gathers.
 *
 * @param sessions components of sessions in the data
 */
export function componentsOfProgramme({
  plan,
  theory,
  sessions,
}: {
  readonly plan: StudyPlan;
  readonly theory: TheoryOfChange | null;
  readonly sessions: readonly string[];
}): ProgrammeComponent[] {
  const declared = plan.programme?.components ?? [];
  const streams = plan.cohort.workstreams ?? [];
  const gathered = {
    activities: new Set(declared.flatMap(({ activities }) => activities ?? [])),
    sessions: new Set([...declared, ...streams].flatMap((part) => part.sessions ?? [])),
  };
  const all: ProgrammeComponent[] = [
    ...declared.map(({ id, label }) => ({ id, label, from: "declared" as const })),
    ...(theory?.nodes ?? [])
      .filter(({ id, kind }) => kind === "activity" && !gathered.activities.has(id))
      .map(({ id, label }) => ({ id, label, from: "theory" as const })),
    ...streams.map(({ id, label }) => ({ id, label: label ?? id, from: "workstream" as const })),
    ...[...sessions]
      .filter((name) => !gathered.sessions.has(name))
      .sort(naturalOrder)
      .map((name) => ({ id: name, label: name, from: "sessions" as const })),
  ];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}
