import { type Columns, countName, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { riskRatio, type Share, shareOf } from "@likewise/stats";
import { byLevel, levelReader, readCases } from "./cases.ts";
import { dimensionOf, levelsOf, notInData, notRecorded, shareCell, total } from "./cells.ts";

export interface SourceRow {
  readonly source: string;
  readonly shareOfReferrals: Share;
  /** Of everyone who completed. */
  readonly shareOfCompleters: Share;
  /** Completed, of those referred by this source whose case is not open. */
  readonly completion: Share;
  /** Completion of this source over that of all others; null where either has no completion or nobody. */
  readonly rateRatio: { readonly ratio: number; readonly lower: number; readonly upper: number } | null;
}

export interface SourceMix {
  readonly kind: "likewise/source-mix";
  readonly definition: "completed-of-referred";
  readonly referred: number;
  readonly completed: number;
  readonly open: number;
  readonly rows: readonly SourceRow[];
  /** Sources differ in whom they send: the ratio describes, it does not explain. */
  readonly notice: "sources-select";
  readonly refusals: readonly Refusal[];
}

/**
 * Who refers, and how the completion rate of those people compares with that of everybody else referred.
 *
 * The ratio is one of completion rates, with Katz's interval, not of odds. Cases still open are in neither rate; they are
 * in the mix of referrals. A person without a source is in the level `not-recorded`, so sources sum to all.
 */
export function sourceMix({ plan, tables }: { plan: StudyPlan; tables: Readonly<Record<string, Columns>> }): SourceMix {
  const cases = readCases({ plan, tables });
  const levelOf = levelReader(cases, "referrals.source");
  const header = {
    kind: "likewise/source-mix",
    definition: "completed-of-referred",
    notice: "sources-select",
  } as const;
  if (levelOf === null) {
    const refusals = [notInData("source-not-in-data", "the mix of referral sources", "referrals.source")];
    return { ...header, referred: cases.members.length, completed: 0, open: 0, rows: [], refusals };
  }
  const completedOf = (units: readonly number[]) => units.filter((unit) => cases.reached.get("completed")?.has(unit));
  const isOpen = (unit: number) => cases.departure(unit) === null && cases.reached.get("completed")?.has(unit) !== true;
  const knownOf = (units: readonly number[]) => units.filter((unit) => !isOpen(unit));
  const completed = completedOf(cases.members).length;
  const known = knownOf(cases.members).length;
  const rows = [...byLevel(cases.members, levelOf)].map(([source, units]) => {
    const completion = shareOf(completedOf(units).length, knownOf(units).length);
    return {
      source: source ?? notRecorded,
      shareOfReferrals: shareOf(units.length, cases.members.length),
      shareOfCompleters: shareOf(completion.numerator, completed),
      completion,
      rateRatio: ratioOf(completion, {
        numerator: completed - completion.numerator,
        denominator: known - completion.denominator,
      }),
    };
  });
  return {
    ...header,
    referred: cases.members.length,
    completed,
    open: cases.members.length - known,
    rows,
    refusals: [],
  };
}

/**
 * Ratio of two completion rates from published shares: how much likelier people of one source are to complete than
 * everyone else, where only their share of referrals and of completers is known.
 *
 * With share r of referrals and c of completers the rates are in the ratio (c / r) / ((1 - c) / (1 - r)). That it looks
 * like an odds ratio is a coincidence of form: it is the ratio of rates; the ratio of odds needs the completion rate.
 *
 * @param shareOfReferrals  0 to 1, both excluded
 * @param shareOfCompleters 0 to 1, both excluded
 * @throws RangeError when a share does not lie between 0 and 1
 * @example
 * completionRateRatio({ shareOfReferrals: 0.35, shareOfCompleters: 0.64 }); // 3.301587301587302
 */
export function completionRateRatio({
  shareOfReferrals,
  shareOfCompleters,
}: {
  shareOfReferrals: number;
  shareOfCompleters: number;
}): number {
  for (const [name, share] of Object.entries({ shareOfReferrals, shareOfCompleters })) {
    if (!(share > 0 && share < 1)) {
      throw new RangeError(`completionRateRatio: ${name} must lie between 0 and 1 (share), got ${share}`);
    }
  }
  return shareOfCompleters / shareOfReferrals / ((1 - shareOfCompleters) / (1 - shareOfReferrals));
}

export function sourceMixTables({ rows, referred, completed, open }: SourceMix): Table[] {
  if (rows.length === 0) return [];
  const source = dimensionOf("source", "Referral source", levelsOf(rows.map((row) => row.source)), true);
  // The same people as in the pathway by source; of completion the denominator is people no longer open, in no other table.
  const table = (
    id: string,
    title: string,
    counted: readonly [string, string | null],
    pick: (row: SourceRow) => Share,
    all: Share,
  ): Table => ({
    id,
    title,
    unit: "person",
    definition: id,
    window: null,
    dimensions: [source],
    cells: [...rows.map((row) => ({ at: row.source, share: pick(row) })), { at: total, share: all }].map(
      ({ at, share }) => ({
        ...shareCell({ source: at }, share.numerator, share.denominator),
        of: {
          numerator: countName(counted[0], at === total ? {} : { "referrals.source": at }),
          ...(counted[1] === null ? {} : { denominator: countName(counted[1]) }),
        },
      }),
    ),
    linked: [],
  });
  return [
    table(
      tableId("source-mix-referrals"),
      "Share of referrals by source",
      ["step referred", "step referred"],
      (row) => row.shareOfReferrals,
      shareOf(referred, referred),
    ),
    table(
      tableId("source-mix-completers"),
      "Share of completers by source",
      ["case completed", "case completed"],
      (row) => row.shareOfCompleters,
      shareOf(completed, completed),
    ),
    table(
      tableId("source-completion"),
      "Completion by source, cases still open left out",
      ["case completed", null],
      (row) => row.completion,
      shareOf(completed, referred - open),
    ),
  ];
}

function ratioOf(
  first: { numerator: number; denominator: number },
  second: { numerator: number; denominator: number },
) {
  if (first.numerator === 0 || second.numerator === 0 || second.denominator === 0) return null;
  const { ratio, lower, upper } = riskRatio({
    first: { events: first.numerator, total: first.denominator },
    second: { events: second.numerator, total: second.denominator },
  });
  return { ratio, lower, upper };
}
