import { type Columns, naturalOrder, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { readCases } from "./cases.ts";
import { countCell, dimensionOf, levelsOf, notInData, total } from "./cells.ts";

export type SharingStatus = "shared" | "asked" | "not-asked";

export interface PartnerSharing {
  readonly kind: "likewise/partner-sharing";
  readonly definition: "case-by-partner";
  readonly partners: readonly string[];
  readonly cases: number;
  readonly rows: readonly {
    readonly partner: string;
    readonly counts: Readonly<Record<SharingStatus, number>>;
    /** Of all cases. */
    readonly shared: Share;
  }[];
  /** Partners that shared, a case, mean. */
  readonly partnersPerCase: number | null;
  /** Requests that name no person or no partner, or one not listed. */
  readonly notPlaced: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Which partner agencies shared information on each case. Every case stands once under every partner: shared (a request
 * replied to), asked (a request without a reply) or not asked; so counts sum to cases times partners. That a partner was
 * not asked on record does not mean it did not share by other means.
 *
 * @param partners the partner list; default those of the requests, in natural order
 */
export function partnerSharing({
  plan,
  tables,
  partners,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  partners?: readonly string[];
}): PartnerSharing {
  const cases = readCases({ plan, tables });
  const { requests } = tables;
  const missing =
    requests === undefined ? "requests" : ["person", "partner"].find((field) => requests.columns[field] === undefined);
  const refusals: Refusal[] =
    missing === undefined
      ? []
      : [notInData("no-requests", "partners who share", missing === "requests" ? missing : `requests.${missing}`)];
  const status = new Map<string, Map<number, SharingStatus>>();
  const members = new Set(cases.members);
  let notPlaced = 0;
  const listed = new Set(partners);
  if (requests !== undefined && refusals.length === 0) {
    const units = unitsOfRows(requests, cases.people);
    for (let row = 0; row < units.length; row++) {
      const partner = textAt(requests.columns.partner, row);
      if (partner === null || !members.has(units[row]!) || (partners !== undefined && !listed.has(partner))) {
        notPlaced++;
        continue;
      }
      const byCase = status.get(partner) ?? new Map<number, SharingStatus>();
      status.set(partner, byCase);
      const replied = dayAt(requests.columns.replied, row);
      const shared = replied !== null && (cases.asAt === null || replied <= cases.asAt);
      if (shared || byCase.get(units[row]!) === undefined) byCase.set(units[row]!, shared ? "shared" : "asked");
    }
  }
  const names = partners ?? [...status.keys()].sort(naturalOrder);
  const rows = names.map((partner) => {
    const found = [...(status.get(partner)?.values() ?? [])];
    const shared = found.filter((one) => one === "shared").length;
    const asked = found.length - shared;
    const counts = { shared, asked, "not-asked": cases.members.length - found.length };
    return { partner, counts, shared: shareOf(shared, cases.members.length) };
  });
  const sharing = rows.reduce((sum, { counts }) => sum + counts.shared, 0);
  return {
    kind: "likewise/partner-sharing",
    definition: "case-by-partner",
    partners: names,
    cases: cases.members.length,
    rows: refusals.length > 0 ? [] : rows,
    partnersPerCase: refusals.length > 0 || cases.members.length === 0 ? null : sharing / cases.members.length,
    notPlaced,
    refusals,
  };
}

export function partnerSharingTables({ rows, cases }: PartnerSharing): Table[] {
  if (rows.length === 0) return [];
  return [
    {
      id: tableId("partner-sharing"),
      title: "Cases on which each partner shared information",
      unit: "person",
      definition: "partner-sharing",
      window: null,
      dimensions: [
        dimensionOf("partner", "Partner", levelsOf(rows.map(({ partner }) => partner)), false),
        dimensionOf(
          "status",
          "Shared",
          [
            { id: "shared", label: "Shared" },
            { id: "asked", label: "Asked, no reply" },
            { id: "not-asked", label: "Not asked on record" },
          ],
          true,
        ),
      ],
      cells: rows.flatMap(({ partner, counts }) => [
        ...(Object.keys(counts) as SharingStatus[]).map((status) => countCell({ partner, status }, counts[status])),
        countCell({ partner, status: total }, cases),
      ]),
      linked: [],
    },
  ];
}
