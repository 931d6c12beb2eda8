import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import type { Link } from "./links-table.ts";
import { recordColumns } from "./record-columns.ts";

/**
 * Abuse at intake, review and exit by reporter. Workers record everyone they see; victim-survivors are heard where they
 * accepted support and answered; people report less of themselves than is reported of them; the police know some kinds.
 * Accounts of one household differ, as they do.
 */
export function abuseTable(people: readonly SimulatedPerson[], links: readonly Link[], stream: RandomStream): Columns {
  const dyadOf = new Map(
    links
      .filter((link) => link.kind === "dyad")
      .reverse()
      .map((link) => [link.person, link]),
  );
  const rows = people.flatMap((person) => {
    const dyad = dyadOf.get(person.id);
    return dyad === undefined ? [] : abuseOf(person, dyad, stream);
  });
  return recordColumns("abuse", tableFields.abuse, rows);
}

function abuseOf(person: SimulatedPerson, dyad: Link, stream: RandomStream) {
  const { pathway } = person;
  if (pathway === null || pathway.assessedDay === null) return [];
  const { startDay, exitDay } = pathway;
  const waves = [
    { wave: "intake", date: pathway.assessedDay, left: 1 },
    ...(startDay !== null && exitDay > startDay + 98 ? [{ wave: "review", date: startDay + 91, left: 0.7 }] : []),
    ...(startDay !== null ? [{ wave: "exit", date: exitDay, left: 0.45 }] : []),
  ];
  const heard = dyad.accepted === true && stream.bernoulli(0.7);
  const severities = kinds.map(({ share }) => (stream.bernoulli(share) ? stream.integer(1, 3) : 0));
  const goesOn = kinds.map(() => stream.uniform());
  return waves.flatMap(({ wave, date, left }) =>
    kinds.flatMap(({ kind, police }, k) => {
      const severity = goesOn[k]! < left ? severities[k]! : 0;
      const seen = { person: person.id, victim: dyad.linkedPerson, wave, date, kind };
      const worker = goesOn[k]! < left ** 1.7 ? severities[k]! : 0;
      const own = severity > 0 && stream.bernoulli(selfReport) ? Math.max(1, severity - 1) : 0;
      return [
        { ...seen, severity: worker, reporter: "worker" },
        { ...seen, severity: own, reporter: "perpetrator" },
        ...(heard ? [{ ...seen, severity, reporter: "victim-survivor" }] : []),
        ...(police && wave === "intake" ? [{ ...seen, severity: Math.min(severity, 2), reporter: "police" }] : []),
      ];
    }),
  );
}

/** How often each kind is present at intake (our choice), and whether the police record it. */
const kinds = [
  { kind: "physical", share: 0.75, police: true },
  { kind: "sexual", share: 0.22, police: false },
  { kind: "harassment-stalking", share: 0.65, police: true },
  { kind: "jealous-controlling", share: 0.85, police: false },
  { kind: "economic", share: 0.4, police: false },
];

/**
 * Share of abuse reported by a partner that the person owns up to: 24.1 % of clients against 46.5 % of partners.
 *
 * @source IMPACT toolkit study (2023), doi:10.3390/socsci12110613: bruises or cuts before the programme, 32/133 and 33/71
 */
const selfReport = 32 / 133 / (33 / 71);
