import { type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, levelsOf, shareCell, total } from "../pathway/cells.ts";
import type { MatchVerdict, ServiceMatch } from "./service-match.ts";

const verdicts: readonly { readonly id: MatchVerdict; readonly label: string }[] = [
  { id: "matched", label: "Matched" },
  { id: "under-treated", label: "Lighter than the risk asks for" },
  { id: "over-treated", label: "More intensive than the risk asks for" },
  { id: "need-not-addressed", label: "Addresses none of the needs on record" },
  { id: "does-not-suit", label: "Was not built for the person" },
  { id: "not-offered", label: "Not offered anything" },
  { id: "cannot-be-said", label: "Cannot be said" },
];

/** Match of people to services as tables: verdicts, risk by service offered, and groups with and without a service. */
export function serviceMatchTables(match: ServiceMatch): Table[] {
  return [verdictTable(match), riskTable(match), ...groupTables(match)];
}

const common = { unit: "person", window: null, definition: "service-match" } as const;

function verdictTable({ counts, people }: ServiceMatch): Table {
  return {
    ...common,
    id: tableId("service-match"),
    title: "What people were offered, held against their risk, needs and circumstances",
    dimensions: [dimensionOf("verdict", "Verdict", verdicts, true)],
    cells: [
      ...verdicts.map(({ id }) => shareCell({ verdict: id }, counts[id], people)),
      figureCell({ verdict: total }, people, people, people === 0 ? null : 1),
    ],
    linked: [tableId("service-match-by-risk")],
  };
}

function riskTable({ byRisk, options }: ServiceMatch): Table {
  const risks = [...new Set(byRisk.map(({ risk }) => risk))];
  const listed = options.services.list.map(({ id, label }) => ({ id, label: label ?? id }));
  const others = [...new Set(byRisk.map(({ offered }) => offered))].filter((id) =>
    listed.every((one) => one.id !== id),
  );
  const offers = [...listed, ...levelsOf(others)];
  const countAt = (risk: string, offered: string) =>
    byRisk
      .filter((entry) => (risk === total || entry.risk === risk) && (offered === total || entry.offered === offered))
      .reduce((sum, entry) => sum + entry.people, 0);
  return {
    ...common,
    id: tableId("service-match-by-risk"),
    title: "Services offered, by risk level",
    dimensions: [
      dimensionOf("risk", "Risk level", levelsOf(risks), true),
      dimensionOf("offered", "Offered", offers, true),
    ],
    cells: [...risks, total].flatMap((risk) =>
      [...offers.map(({ id }) => id), total].map((offered) => countCell({ risk, offered }, countAt(risk, offered))),
    ),
    linked: [tableId("service-match")],
  };
}

function groupTables({ groups }: ServiceMatch): Table[] {
  const fields = [...new Set(groups.map(({ field }) => field))];
  return fields.map((field) => {
    const name = field.replace(".", "-");
    const levels = groups.filter((group) => group.field === field);
    const sum = (of: (group: (typeof levels)[number]) => number) => levels.reduce((all, group) => all + of(group), 0);
    return {
      ...common,
      id: tableId("service-suitable-*", name),
      title: `People for whom a service on offer was built, by ${field}`,
      dimensions: [dimensionOf(name, field, levelsOf(levels.map(({ level }) => level)), true)],
      cells: [
        ...levels.map(({ level, withSuitable }) =>
          shareCell({ [name]: level }, withSuitable.numerator, withSuitable.denominator),
        ),
        shareCell(
          { [name]: total },
          sum(({ withSuitable }) => withSuitable.numerator),
          sum(({ withSuitable }) => withSuitable.denominator),
        ),
      ],
      linked: [],
    };
  });
}
