import { naturalOrder, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, levelsOf, notRecorded, total } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";

/** Whether each linked victim-survivor can be contacted, as last recorded: of several links the one that began last. */
export function contactTables({ tables, victimSurvivors, treated }: SafetyData): Table[] {
  const { links } = tables;
  if (links?.columns.contact_status === undefined || victimSurvivors.size === 0) return [];
  const last = new Map<string, { day: number; status: string }>();
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const id = kind === "worker" ? person : linkedPerson;
    const status = textAt(links.columns.contact_status, row);
    if (!victimSurvivors.has(id) || status === null || (kind !== "worker" && !treated.has(person))) continue;
    const day = dayAt(links.columns.from, row) ?? Number.NEGATIVE_INFINITY;
    const standing = last.get(id);
    if (
      standing === undefined ||
      day > standing.day ||
      (day === standing.day && naturalOrder(status, standing.status) < 0)
    )
      last.set(id, { day, status });
  }
  const found = [...victimSurvivors].map((id) => last.get(id)?.status ?? notRecorded);
  const levels = [...new Set(found)].sort(
    (a, b) => Number(a === notRecorded) - Number(b === notRecorded) || naturalOrder(a, b),
  );
  return [
    {
      id: tableId("contact-status"),
      title: "Whether linked victim-survivors can be contacted, as last recorded",
      unit: "person",
      definition: "contact-status",
      window: null,
      dimensions: [dimensionOf("contact", "Contact", levelsOf(levels), true)],
      cells: [
        ...levels.map((contact) => countCell({ contact }, found.filter((one) => one === contact).length)),
        countCell({ contact: total }, found.length),
      ],
      linked: [],
    },
  ];
}
