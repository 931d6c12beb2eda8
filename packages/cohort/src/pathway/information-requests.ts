import {
  type Columns,
  naturalOrder,
  parseIsoDate,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { kaplanMeier, type Share, shareOf, survivalQuantile } from "@likewise/stats";
import { dayAt, textAt } from "../people/fields.ts";
import { dimensionOf, figureCell, levelsOf, notInData, notRecorded, total } from "./cells.ts";

export interface RequestTimes {
  readonly partner: string;
  readonly requests: number;
  readonly replied: number;
  /** Without a reply at the extract: open, not a reply in no time. */
  readonly open: number;
  /** Without a day sent, or replied to before it was sent. */
  readonly unknown: number;
  /** By Kaplan–Meier, open requests censored; null where the curve does not fall so far. */
  readonly medianDays: number | null;
  readonly ninetiethPercentileDays: number | null;
  /** Replied to within the target, of those whose target day has passed or that were replied to. */
  readonly withinTarget: Share;
}

export interface InformationRequests {
  readonly kind: "likewise/information-requests";
  readonly definition: "request-to-reply";
  readonly options: { readonly targetDays: number };
  readonly overall: RequestTimes;
  readonly partners: readonly RequestTimes[];
  readonly refusals: readonly Refusal[];
}

/**
 * How long agencies take to answer requests for information, by agency.
 *
 * A request without a reply is open: its wait so far counts, censored at the extract. Within the target counts requests
 * that could have met it: an open one is late once its target day has passed, and not yet in the share before.
 *
 * @param targetDays whole days, default 28
 */
export function informationRequests({
  plan,
  tables,
  targetDays = 28,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  targetDays?: number;
}): InformationRequests {
  const { requests } = tables;
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const what = "time to reply to requests for information";
  const refusals: Refusal[] = [
    ...(requests === undefined ? [notInData("no-requests", what, "requests")] : []),
    ...(asAt === null
      ? [{ id: "no-extract-date", what, why: "Open requests have no wait so far", unlocks: "Set data.asAt" }]
      : []),
  ];
  const rows: { partner: string; sent: number | null; replied: number | null }[] = [];
  if (refusals.length === 0) {
    const { partner, sent, replied } = requests!.columns;
    for (let row = 0; row < requests!.numRows; row++) {
      rows.push({ partner: textAt(partner, row) ?? notRecorded, sent: dayAt(sent, row), replied: dayAt(replied, row) });
    }
  }
  const partners = [...new Set(rows.map(({ partner }) => partner))].sort(naturalOrder);
  const timesOf = (partner: string, some: typeof rows) => requestTimes(partner, some, asAt ?? 0, targetDays);
  return {
    kind: "likewise/information-requests",
    definition: "request-to-reply",
    options: { targetDays },
    overall: timesOf("all", rows),
    partners: partners.map((partner) =>
      timesOf(
        partner,
        rows.filter((one) => one.partner === partner),
      ),
    ),
    refusals,
  };
}

export function informationRequestTables({
  overall,
  partners,
  options: { targetDays },
  refusals,
}: InformationRequests): Table[] {
  if (refusals.length > 0) return [];
  const rows = [...partners, { ...overall, partner: total }];
  const dimensions = [dimensionOf("partner", "Agency", levelsOf(partners.map(({ partner }) => partner)), true)];
  const base = { unit: "record" as const, window: null, dimensions, linked: [] };
  return [
    {
      ...base,
      id: tableId("requests-median"),
      title: "Median days to a reply, open requests censored",
      definition: "request-median",
      cells: rows.map((row) =>
        figureCell({ partner: row.partner }, row.replied, row.replied + row.open, row.medianDays),
      ),
    },
    {
      ...base,
      id: tableId("requests-within-target"),
      title: `Requests replied to within ${targetDays} days`,
      definition: `request-within-${targetDays}`,
      cells: rows.map(({ partner, withinTarget: { numerator, denominator, value, interval } }) =>
        figureCell({ partner }, numerator, denominator, value, interval === null ? null : [interval[0], interval[1]]),
      ),
    },
  ];
}

function requestTimes(
  partner: string,
  rows: readonly { sent: number | null; replied: number | null }[],
  asAt: number,
  targetDays: number,
): RequestTimes {
  const waits = rows.flatMap(({ sent, replied }) => {
    if (sent === null || sent > asAt || (replied !== null && replied < sent)) return [];
    return replied !== null && replied <= asAt
      ? [{ time: replied - sent, event: 1 }]
      : [{ time: asAt - sent, event: 0 }];
  });
  const curve =
    waits.length === 0
      ? null
      : kaplanMeier({ time: waits.map(({ time }) => time), event: waits.map(({ event }) => event) });
  const decided = waits.filter(({ time, event }) => event === 1 || time >= targetDays);
  return {
    partner,
    requests: rows.length,
    replied: waits.filter(({ event }) => event === 1).length,
    open: waits.filter(({ event }) => event === 0).length,
    unknown: rows.length - waits.length,
    medianDays: curve === null ? null : survivalQuantile(curve, 0.5).time,
    ninetiethPercentileDays: curve === null ? null : survivalQuantile(curve, 0.9).time,
    withinTarget: shareOf(
      decided.filter(({ time, event }) => event === 1 && time <= targetDays).length,
      decided.length,
    ),
  };
}
