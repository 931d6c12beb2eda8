import type { Alignment, EvidenceMap } from "@likewise/schema";
import type { ProgrammeComponent } from "./components-of-programme.ts";

type Statement = EvidenceMap["statements"][number];
type Grade = Alignment["components"][number]["grade"];

/** A statement about something the programme has no part of. */
export interface UnknownPart {
  readonly statement: string;
  readonly part: string;
}

/**
 * The parts of a programme against the evidence a study supplies: a grade for each part, and what no statement is about.
 *
 * The grade is the strength of the strongest statements about the people the programme works with. Where those disagree,
 * it is contested; where none of them says that the part helps, they speak against it. What was found only among other people is
 * indirect, however strong. A group of people the programme works with, or that its record names as a target, is a gap
 * where no statement is about it.
 *
 * @param components as `componentsOfProgramme` lists them
 * @param targets    groups the record of the practice names, in words; those the map names are taken once
 * @returns alignment, and statements about parts the programme does not have
 * @example
 * alignEvidence({ components: [{ id: "talks", label: "Talks", from: "declared" }], map: { version: 1, populations: [{ id: "men", label: "Men" }], statements: [] } }).alignment.components[0].grade; // "none"
 */
export function alignEvidence({
  components,
  map,
  targets = [],
}: {
  readonly components: readonly ProgrammeComponent[];
  readonly map: EvidenceMap;
  readonly targets?: readonly string[];
}): { readonly alignment: Alignment; readonly unknown: readonly UnknownPart[] } {
  const groups = groupsOf(map, targets);
  const served = new Set(groups.filter((group) => group.served).map(({ id }) => id));
  const labelOf = (id: string) => groups.find((group) => group.id === id)!.label;
  const about = (id: string) => map.statements.filter((statement) => statement.about.includes(id));
  const parts = components.map(({ id, label, from }) => ({
    id,
    label,
    from,
    grade: gradeOf(about(id), served),
    statements: about(id).map((statement) => statement.id),
  }));
  const populations = groups.map(({ id, label, served: isServed }) => {
    const own = map.statements.filter((statement) => statement.populations.includes(id));
    return {
      id,
      label,
      served: isServed,
      statements: own.map((statement) => statement.id),
      without: components.filter((part) => !own.some((one) => one.about.includes(part.id))).map((part) => part.id),
    };
  });
  const known = new Set(components.map(({ id }) => id));
  return {
    alignment: {
      components: parts,
      populations,
      statements: map.statements.map(({ about: _parts, ...statement }) => ({
        ...statement,
        populations: statement.populations.map(labelOf),
      })),
      gaps: [
        ...parts
          .filter(({ grade }) => grade === "none")
          .map(({ id, label }) => ({ kind: "component" as const, id, label })),
        ...populations
          .filter((group) => group.served && group.statements.length === 0)
          .map(({ id, label }) => ({ kind: "population" as const, id, label })),
      ],
    },
    unknown: map.statements.flatMap((statement) =>
      statement.about.filter((part) => !known.has(part)).map((part) => ({ statement: statement.id, part })),
    ),
  };
}

const strengths = ["strong", "moderate", "weak"] as const;

function gradeOf(statements: readonly Statement[], served: ReadonlySet<string>): Grade {
  if (statements.length === 0) return "none";
  const direct = statements.filter(({ populations }) => populations.some((id) => served.has(id)));
  const strongest = strengths.find((strength) => direct.some((one) => one.strength === strength));
  if (strongest === undefined) return "indirect";
  const found = new Set(direct.filter((one) => one.strength === strongest).map(({ direction }) => direction));
  if (!found.has("helps") && !found.has("mixed")) return "against";
  return found.size === 1 && found.has("helps") ? strongest : "contested";
}

/** Groups of the map, then target groups of the record that it does not name. */
function groupsOf(map: EvidenceMap, targets: readonly string[]) {
  const named = map.populations.map(({ id, label, served = true }) => ({ id, label, served }));
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const others = targets.filter((target) => !named.some(({ label }) => same(label, target)));
  return [...named, ...others.map((label) => ({ id: `target:${label}`, label, served: true }))];
}
