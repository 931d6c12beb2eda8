import { type Cell, countName, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, type Level, levelsOf, shareCell, total } from "../pathway/cells.ts";
import { type AbuseAccounts, type Account, worstAt } from "./abuse-accounts.ts";
import { type AbuseChange, abuseChange } from "./abuse-change.ts";
import { abuseKinds } from "./abuse-questions.ts";

/** Changes that are known, in the order they are shown. */
const known = [
  { id: "ceased", label: "Stopped" },
  { id: "reduced", label: "Less severe" },
  { id: "unchanged", label: "As severe" },
  { id: "worse", label: "More severe, or of a new kind" },
] as const;
const severities: readonly Level[] = [
  { id: "0", label: "None" },
  { id: "1", label: "Standard" },
  { id: "2", label: "Moderate" },
  { id: "3", label: "High" },
  { id: "unknown", label: "Not known" },
];
const any = "any";

/**
 * Abuse by kind, severity and wave, and what became of it, each reporter in tables of their own: accounts are never
 * added up, and never stand in for one another.
 */
export function abuseTables(accounts: AbuseAccounts): Table[] {
  return accounts.accounts.flatMap((account) => [
    severityTable(account, accounts),
    presentTable(account, accounts),
    ...changeTables(account, accounts),
  ]);
}

/** The name of the pairs with abuse of a severity, present or known at all, at a wave by one account. */
export function abuseName(
  what: string,
  at: { readonly kind: string; readonly wave: string; readonly reporter: string },
) {
  return countName(`abuse ${what} at`, at);
}

/** Every pair in one severity for each kind and wave; of any kind the worst asked about. */
function severityTable({ reporter, byPair }: Account, { pairs, waves }: AbuseAccounts): Table {
  const kinds = kindsTold([...byPair.values()].flat());
  const cells = kinds.flatMap(({ id: kind }) =>
    waves.flatMap((wave) => {
      const worst = pairs.map((pair) => worstAt(byPair.get(pair), wave, kind === any ? null : kind));
      const count = (severity: string) =>
        worst.filter((one) => (one === null ? "unknown" : String(one)) === severity).length;
      return [
        ...severities.map(({ id: severity }) => ({
          ...countCell({ kind, wave, severity }, count(severity)),
          of: { numerator: abuseName(severity, { kind, wave, reporter: reporter.id }) },
        })),
        {
          ...countCell({ kind, wave, severity: total }, pairs.length),
          of: { numerator: countName("pairs of abuse") },
        },
      ];
    }),
  );
  return {
    id: tableId("safety-abuse-*", reporter.id),
    title: `Abuse by kind, time point and severity, as reported by ${reporter.words}`,
    unit: "dyad",
    definition: `abuse-by-${reporter.id}`,
    window: null,
    dimensions: [
      kindsOf(kinds),
      dimensionOf("wave", "Time point", levelsOf(waves), false),
      dimensionOf("severity", "Severity", severities, true),
    ],
    cells,
    linked: [],
    sums: kinds.flatMap(({ id: kind }) =>
      waves.flatMap((wave) => {
        const name = (what: string) => abuseName(what, { kind, wave, reporter: reporter.id });
        return [
          { total: name("present"), parts: [name("1"), name("2"), name("3")] },
          { total: name("known"), parts: [name("0"), name("present")] },
        ];
      }),
    ),
  };
}

/**
 * Abuse of any severity, of the pairs whose status is known at each time point; where some are not known, the least and
 * most it can come to, had there been none among them and had there been abuse among all.
 */
function presentTable({ reporter, byPair }: Account, { pairs, waves }: AbuseAccounts): Table {
  const kinds = kindsTold([...byPair.values()].flat());
  const sums: { total: string; parts: string[] }[] = [];
  const cells = kinds.flatMap(({ id: kind }) =>
    waves.flatMap((wave): Cell[] => {
      const worst = pairs.map((pair) => worstAt(byPair.get(pair), wave, kind === any ? null : kind));
      const known = worst.filter((one) => one !== null);
      const present = known.filter((one) => one >= 1).length;
      const unknown = pairs.length - known.length;
      const name = (what: string) => abuseName(what, { kind, wave, reporter: reporter.id });
      const all = countName("pairs of abuse");
      const own = {
        ...shareCell({ kind, wave, figure: "known" }, present, known.length),
        of: { numerator: name("present"), denominator: name("known") },
      };
      if (unknown === 0) return [own];
      sums.push(
        { total: name("present or unknown"), parts: [name("present"), name("unknown")] },
        { total: all, parts: [name("known"), name("unknown")] },
      );
      const bound = (figure: string, count: number, numerator: string): Cell => ({
        ...figureCell({ kind, wave, figure }, count, pairs.length, count / pairs.length),
        of: { numerator, denominator: all },
      });
      return [
        own,
        bound("least", present, name("present")),
        bound("most", present + unknown, name("present or unknown")),
      ];
    }),
  );
  return {
    id: tableId("safety-abuse-present-*", reporter.id),
    title: `Abuse of any severity by kind and time point, as reported by ${reporter.words}: of those known, and bounds for the others`,
    unit: "dyad",
    definition: `abuse-present-by-${reporter.id}`,
    window: null,
    dimensions: [
      kindsOf(kinds),
      dimensionOf("wave", "Time point", levelsOf(waves), false),
      dimensionOf(
        "figure",
        "Share",
        [
          { id: "known", label: "Of those known" },
          { id: "least", label: "At least, of all" },
          { id: "most", label: "At most, of all" },
        ],
        false,
      ),
    ],
    cells,
    linked: [],
    sums,
  };
}

interface Became {
  readonly kind: string;
  readonly wave: string;
  readonly counts: Readonly<Record<AbuseChange, number>>;
}

/** From the first wave to each later one: of the pairs with abuse at the first, by this account. */
function changeTables({ reporter, byPair }: Account, { waves }: AbuseAccounts): Table[] {
  const [from, ...later] = waves;
  const kinds = kindsTold([...byPair.values()].flat());
  const became = kinds.flatMap(({ id: kind }) =>
    later.map((to) => becameOf([...byPair.values()], { kind, from: from!, to })),
  );
  const told = became.filter(({ counts }) => abusedOf(counts) > 0);
  if (told.length === 0) return [];
  const shared = {
    unit: "dyad",
    definition: `abuse-change-from-${from}-by-${reporter.id}`,
    window: null,
  } as const;
  const dimensions = [
    kindsOf(kinds.filter(({ id }) => told.some(({ kind }) => kind === id))),
    dimensionOf("wave", "Up to", levelsOf(later.filter((wave) => told.some((one) => one.wave === wave))), false),
  ];
  const change: Table = {
    ...shared,
    id: tableId("safety-abuse-change-*", reporter.id),
    title: `What became of abuse present at ${from}, as reported by ${reporter.words}; shares are of those whose status is known`,
    dimensions: [
      ...dimensions,
      dimensionOf("change", "What became of it", [...known, { id: "unknown", label: "Not known" }], true),
    ],
    cells: told.flatMap((one) => changeCells(one, reporter.id)),
    linked: [],
    sums: told.flatMap((one) => [
      {
        total: nameOf("known", one, reporter.id),
        parts: known.map(({ id }) => nameOf(id, one, reporter.id)),
      },
      // With abuse at the first time point, whatever the later one is.
      {
        total: abuseName("present", { kind: one.kind, wave: from!, reporter: reporter.id }),
        parts: [nameOf("abused", one, reporter.id)],
      },
      ...partsAt("present", ["reduced", "unchanged", "worse"], one, reporter.id),
      ...partsAt("0", ["ceased"], one, reporter.id),
    ]),
  };
  const open = told.filter(({ counts }) => counts.unknown > 0);
  if (open.length === 0) return [change];
  const bounds: Table = {
    ...shared,
    id: tableId("safety-abuse-bounds-*", reporter.id),
    title: `Least and most each change can come to, had it held of none and of all whose status is not known, as reported by ${reporter.words}`,
    dimensions: [
      ...dimensions,
      dimensionOf("change", "What became of it", known, false),
      dimensionOf(
        "bound",
        "Bound",
        [
          { id: "least", label: "At least" },
          { id: "most", label: "At most" },
        ],
        false,
      ),
    ],
    cells: open.flatMap((one) => boundCells(one, reporter.id)),
    linked: [],
    sums: open.flatMap((one) =>
      known.map(({ id }) => ({
        total: nameOf(`${id} or unknown`, one, reporter.id),
        parts: [nameOf(id, one, reporter.id), nameOf("unknown", one, reporter.id)],
      })),
    ),
  };
  return [change, bounds];
}

function becameOf(
  records: readonly (readonly Parameters<typeof abuseChange>[0][number][])[],
  { kind, from, to }: { readonly kind: string; readonly from: string; readonly to: string },
): Became {
  const counts = { ceased: 0, reduced: 0, unchanged: 0, worse: 0, unknown: 0, "none-before": 0 };
  for (const one of records) {
    const change = abuseChange(kind === any ? one : one.filter((record) => record.kind === kind), { from, to });
    if (change !== null) counts[change] += 1;
  }
  return { kind, wave: to, counts };
}

function changeCells(one: Became, reporter: string): Cell[] {
  const { kind, wave, counts } = one;
  const [all, of] = [abusedOf(counts), abusedOf(counts) - counts.unknown];
  const denominator = nameOf("known", one, reporter);
  return [
    ...known.map(({ id: change }) => ({
      ...shareCell({ kind, wave, change }, counts[change], of),
      of: { numerator: nameOf(change, one, reporter), denominator },
    })),
    {
      ...countCell({ kind, wave, change: "unknown" }, counts.unknown),
      of: { numerator: nameOf("unknown", one, reporter) },
    },
    { ...countCell({ kind, wave, change: total }, all), of: { numerator: nameOf("abused", one, reporter) } },
  ];
}

function boundCells(one: Became, reporter: string): Cell[] {
  const { kind, wave, counts } = one;
  const all = abusedOf(counts);
  return known.flatMap(({ id: change }) =>
    (["least", "most"] as const).map((bound): Cell => {
      const count = counts[change] + (bound === "most" ? counts.unknown : 0);
      return {
        ...figureCell({ kind, wave, change, bound }, count, all, count / all),
        of: {
          numerator: nameOf(bound === "most" ? `${change} or unknown` : change, one, reporter),
          denominator: nameOf("abused", one, reporter),
        },
      };
    }),
  );
}

function abusedOf(counts: Became["counts"]): number {
  return counts.ceased + counts.reduced + counts.unchanged + counts.worse + counts.unknown;
}

/** Those whose change is known are some of those with abuse, or without, at the later time point: most often all. */
function partsAt(what: string, changes: readonly string[], one: Became, reporter: string): NonNullable<Table["sums"]> {
  const total = abuseName(what, { kind: one.kind, wave: one.wave, reporter });
  const parts = changes.map((change) => nameOf(change, one, reporter));
  return [
    { total, parts },
    { total, parts: [...parts, `${total}, without a change`] },
  ];
}

function nameOf(what: string, { kind, wave }: Became, reporter: string): string {
  return countName(`abuse ${what}`, { kind, wave, reporter });
}

/** Kinds somebody was asked about, after abuse of any kind. */
function kindsTold(records: readonly { readonly kind: string }[]): Level[] {
  const told = new Set(records.map(({ kind }) => kind));
  const named = abuseKinds.filter(({ id }) => told.has(id)).map(({ id, words }) => ({ id, label: capital(words) }));
  return [{ id: any, label: "Abuse of any kind" }, ...named];
}

/** Kinds of abuse may be too fine to publish; abuse of any kind then stands alone. */
export function kindsOf(kinds: readonly Level[]): Table["dimensions"][number] {
  return { ...dimensionOf("kind", "Abuse", kinds, false), overall: any };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
