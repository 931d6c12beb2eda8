import { type Columns, naturalOrder, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, levelsOf, notRecorded, total } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";

/**
 * The partners that work together on a case, unless a study names its own.
 *
 * @example
 * workingPartners.length; // 7
 */
export const workingPartners: readonly string[] = [
  "victim-services",
  "police",
  "probation",
  "childrens-social-care",
  "housing",
  "substance-misuse",
  "mental-health",
];

export interface ContactMatrix {
  readonly kind: "likewise/contact-matrix";
  /** Columns, in the order given: a partner nobody was in contact with is there with zeros. */
  readonly partners: readonly string[];
  /** Kinds of contact, in natural order. */
  readonly rows: readonly { readonly contact: string; readonly counts: readonly number[] }[];
  /** People each partner was in contact about. */
  readonly people: readonly number[];
  /** Contacts by partners not listed, by name: in no column. */
  readonly notListed: readonly { readonly partner: string; readonly contacts: number }[];
}

/**
 * Contacts by partner: a matrix of kinds of contact by partners.
 *
 * @param tables   `requests`: one row a contact
 * @param partners columns, default the seven working partners
 * @returns null when contacts with partners are not in the data
 */
export function contactMatrix({
  tables,
  partners = workingPartners,
}: {
  tables: Readonly<Record<string, Columns>>;
  partners?: readonly string[];
}): ContactMatrix | null {
  const { requests } = tables;
  if (requests?.columns.partner === undefined) return null;
  const { partner, kind, person } = requests.columns;
  const contacts = Array.from({ length: requests.numRows }, (_, row) => ({
    partner: textAt(partner, row) ?? notRecorded,
    contact: textAt(kind, row) ?? notRecorded,
    person: textAt(person, row),
  }));
  const listed = contacts.filter((one) => partners.includes(one.partner));
  const others = contacts.filter((one) => !partners.includes(one.partner));
  const kinds = [...new Set(listed.map(({ contact }) => contact))].sort(naturalOrder);
  return {
    kind: "likewise/contact-matrix",
    partners,
    rows: kinds.map((contact) => {
      const some = listed.filter((one) => one.contact === contact);
      return { contact, counts: partners.map((name) => some.filter((one) => one.partner === name).length) };
    }),
    people: partners.map((name) => {
      const about = listed.filter((one) => one.partner === name && one.person !== null);
      return new Set(about.map((one) => one.person)).size;
    }),
    notListed: [...new Set(others.map((one) => one.partner))].sort(naturalOrder).map((name) => ({
      partner: name,
      contacts: others.filter((one) => one.partner === name).length,
    })),
  };
}

/** The matrix as a table; a record is a contact. */
export function contactMatrixTables({ partners, rows }: ContactMatrix): Table[] {
  if (rows.length === 0) return [];
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const all = partners.map((_, at) => sum(rows.map(({ counts }) => counts[at]!)));
  return [
    {
      id: tableId("contacts"),
      title: "Contacts by partner",
      unit: "record",
      definition: "contacts",
      window: null,
      dimensions: [
        dimensionOf("contact", "Contact", levelsOf(rows.map(({ contact }) => contact)), true),
        dimensionOf("partner", "Partner", levelsOf(partners), true),
      ],
      cells: [...rows, { contact: total, counts: all }].flatMap(({ contact, counts }) => [
        ...partners.map((partner, at) => countCell({ contact, partner }, counts[at]!)),
        countCell({ contact, partner: total }, sum(counts)),
      ]),
      linked: [],
    },
  ];
}
