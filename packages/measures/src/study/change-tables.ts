import { type Cell, countName, type GroupChange, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, type Level, meanCell, shareCell, tableOf, total, valueCell } from "./cells.ts";
import type { Line, LineChange } from "./describe-line.ts";
import { level } from "./result-of.ts";

/** Who has both scores, means and effect sizes, what became of people on both denominators, floor and ceiling, groups compared. */
export function changeTables(line: Line, found: LineChange): Table[] {
  return [
    seenTable(line, found),
    meansTable(line, found),
    ...outcomeTable(line, found),
    ...rateTable(line, found),
    ...effectTable(line, found),
    ...endTable(line, found),
    ...differenceTable(line, found),
  ];
}

/** Names of the people a line counts, the same in every table of it. */
export function namesOf({ id, entry: { plan } }: Line, group: string) {
  return {
    both: countName(`both scores ${id}`, { group }),
    first: countName(`score ${id}`, { group, wave: plan.waves[0] }),
    later: countName(`score ${id}`, { group, wave: plan.waves.at(-1)! }),
    firstOnly: countName(`first score alone ${id}`, { group }),
    laterOnly: countName(`later score alone ${id}`, { group }),
    better: countName(`reliably better ${id}`, { group }),
    worse: countName(`reliably worse ${id}`, { group }),
    betterOrLeft: countName(`reliably better or left ${id}`, { group }),
  };
}

function seenTable(line: Line, { pairs, arms }: LineChange): Table {
  const { id, groups, entry, scoring } = line;
  const [pre, post] = [entry.plan.waves[0], entry.plan.waves.at(-1)!];
  const has = (column: LineChange["pairs"]["pre"], at: number) => column.valid === null || column.valid[at] === 1;
  const states: readonly (Level & { readonly is: (first: boolean, later: boolean) => boolean })[] = [
    { id: "both", label: "Both scores", is: (first, later) => first && later },
    { id: "first", label: `At ${pre} alone`, is: (first, later) => first && !later },
    { id: "later", label: `At ${post} alone`, is: (first, later) => !first && later },
    { id: "neither", label: "Asked, and no score", is: (first, later) => !first && !later },
  ];
  const count = (group: string, is: (first: boolean, later: boolean) => boolean) =>
    arms.filter((arm, at) => arm === group && is(has(pairs.pre, at), has(pairs.post, at))).length;
  const table = tableOf(
    tableId("measure-seen-*", id),
    `${entry.definition.title}: who has a score at ${pre} and at ${post}`,
    `seen-${scoring}`,
    [dimensionOf("group", "Group", groups), dimensionOf("seen", "Scores", states, true)],
    groups.flatMap(({ id: group }) => {
      const names = namesOf(line, group);
      return [
        ...states.map((state) =>
          countCell(
            { group, seen: state.id },
            count(group, state.is),
            { both: names.both, first: names.firstOnly, later: names.laterOnly }[state.id],
          ),
        ),
        countCell(
          { group, seen: total },
          count(group, () => true),
        ),
      ];
    }),
  );
  const sums = groups.flatMap(({ id: group }) => {
    const { both, first, firstOnly, later, laterOnly } = namesOf(line, group);
    return [
      { total: first, parts: [both, firstOnly] },
      { total: later, parts: [both, laterOnly] },
    ];
  });
  return { ...table, sums };
}

function meansTable(line: Line, { change }: LineChange): Table {
  const { id, entry, scoring } = line;
  const [pre, post] = [entry.plan.waves[0], entry.plan.waves.at(-1)!];
  return tableOf(
    tableId("measure-change-*", id),
    `${entry.definition.title}: means of those with both scores, points`,
    `change-${scoring}`,
    [
      dimensionOf("group", "Group", shownGroups(line, change.groups)),
      dimensionOf("mean", "Mean", [
        { id: "first", label: `At ${pre}` },
        { id: "later", label: `At ${post}` },
        { id: "change", label: "Later less first" },
      ]),
    ],
    change.groups.flatMap((one) =>
      (
        [
          ["first", one.pre],
          ["later", one.post],
          ["change", one.change],
        ] as const
      ).map(([mean, spread]) =>
        meanCell({ group: one.group!, mean }, one.seen, spread, level, namesOf(line, one.group!).both),
      ),
    ),
  );
}

function outcomeTable(line: Line, { change }: LineChange): Table[] {
  const { id, entry, scoring } = line;
  const known = change.groups.filter(({ reliable }) => reliable !== null);
  if (known.length === 0) return [];
  const categories = known.some((one) => one.categories !== null);
  const levels: readonly Level[] = categories
    ? [
        { id: "recovered", label: "Recovered: reliably better and out of the clinical range" },
        { id: "improved", label: "Reliably better" },
        { id: "unchanged", label: "No reliable change" },
        { id: "deteriorated", label: "Reliably worse" },
        { id: "harmed", label: "Harmed: reliably worse and into the clinical range" },
      ]
    : [
        { id: "improved", label: "Reliably better" },
        { id: "unchanged", label: "No reliable change" },
        { id: "deteriorated", label: "Reliably worse" },
      ];
  const count = ({ categories: found, reliable }: GroupChange, outcome: string): number => {
    if (found === null) {
      const { better, unchanged, worse } = reliable!;
      return { improved: better.count, unchanged, deteriorated: worse.count }[outcome] ?? 0;
    }
    const { recovered, improved, unchanged, deteriorated, harmed } = found;
    return { recovered, improved, unchanged, deteriorated: deteriorated - harmed, harmed }[outcome] ?? 0;
  };
  const table = tableOf(
    tableId("measure-outcomes-*", id),
    `${entry.definition.title}: what became of those with both scores`,
    `outcomes-${scoring}`,
    [
      dimensionOf("group", "Group", shownGroups(line, known)),
      dimensionOf("outcome", "What became of them", levels, true),
    ],
    known.flatMap((one) => [
      ...levels.map(({ id: outcome }) =>
        countCell({ group: one.group!, outcome }, count(one, outcome), outcomeName(line, one, outcome)),
      ),
      countCell({ group: one.group!, outcome: total }, one.seen, namesOf(line, one.group!).both),
    ]),
  );
  // Rates count people reliably better and worse together, so that the two tables must not give each other away.
  const sums = known.flatMap((one) => {
    const names = namesOf(line, one.group!);
    return [
      ...(one.categories === null
        ? []
        : [
            { total: names.better, parts: ["recovered", "improved"].map((part) => outcomeName(line, one, part)) },
            { total: names.worse, parts: ["deteriorated", "harmed"].map((part) => outcomeName(line, one, part)) },
          ]),
      { total: names.betterOrLeft, parts: [names.better, names.firstOnly] },
    ];
  });
  return [{ ...table, sums }];
}

/** Without a cut-off, improved and deteriorated are all who are reliably better and worse. */
function outcomeName(line: Line, { group, categories }: GroupChange, outcome: string): string {
  const { better, worse } = namesOf(line, group!);
  if (categories === null && outcome === "improved") return better;
  if (categories === null && outcome === "deteriorated") return worse;
  return countName(`${outcome} ${line.id}`, { group: group! });
}

const rates = {
  "recovered-of-all": "Recovered, of all with both scores",
  "recovered-of-clinical": "Recovered, of those in the clinical range at first",
  better: "Reliably better, of all with both scores",
  unchanged: "No reliable change, of all with both scores",
  worse: "Reliably worse, of all with both scores",
  harmed: "Harmed: reliably worse and into the clinical range, of all with both scores",
  "better-lowest": "Reliably better, of all with a first score, if nobody who left was",
  "better-highest": "Reliably better, of all with a first score, if everybody who left was",
};

function rateTable(line: Line, { change }: LineChange): Table[] {
  const { id, entry, scoring } = line;
  const known = change.groups.filter(({ reliable }) => reliable !== null);
  if (known.length === 0) return [];
  const cells = known.flatMap((one) => ratesOf(line, one));
  const shown = Object.entries(rates).filter(([rate]) => cells.some(({ at }) => at.rate === rate));
  return [
    tableOf(
      tableId("measure-rates-*", id),
      `${entry.definition.title}: shares, on each denominator`,
      `rates-${scoring}`,
      [
        dimensionOf("group", "Group", shownGroups(line, known)),
        dimensionOf(
          "rate",
          "Share",
          shown.map(([rate, label]) => ({ id: rate, label })),
        ),
      ],
      cells,
    ),
  ];
}

function ratesOf(line: Line, { group, reliable, categories, seen, started }: GroupChange): Cell[] {
  const { both, first, better: improved, worse: deteriorated, betterOrLeft } = namesOf(line, group!);
  const name = (who: string) => countName(`${who} ${line.id}`, { group: group! });
  const { better, worse } = reliable!;
  const left = started - seen;
  const clinical = categories?.recoveredOfClinical ?? null;
  const at = (rate: keyof typeof rates) => ({ group: group!, rate });
  const bound = (rate: "better-lowest" | "better-highest", count: number, numerator: string): Cell => ({
    ...shareCell(at(rate), count, started, { numerator, denominator: first }),
    interval: null,
  });
  return [
    ...(categories === null
      ? []
      : [
          shareCell(at("recovered-of-all"), categories.recovered, seen, {
            numerator: name("recovered"),
            denominator: both,
          }),
        ]),
    ...(clinical === null
      ? []
      : [
          shareCell(at("recovered-of-clinical"), clinical.count, clinical.of, {
            numerator: name("recovered"),
            denominator: name("clinical at first"),
          }),
        ]),
    shareCell(at("better"), better.count, seen, { numerator: improved, denominator: both }),
    shareCell(at("unchanged"), reliable!.unchanged, seen, {
      numerator: countName(`unchanged ${line.id}`, { group: group! }),
      denominator: both,
    }),
    shareCell(at("worse"), worse.count, seen, { numerator: deteriorated, denominator: both }),
    ...(categories === null
      ? []
      : [shareCell(at("harmed"), categories.harmed, seen, { numerator: name("harmed"), denominator: both })]),
    ...(left === 0
      ? []
      : [bound("better-lowest", better.count, improved), bound("better-highest", better.count + left, betterOrLeft)]),
  ];
}

function effectTable(line: Line, { change }: LineChange): Table[] {
  const { id, entry, scoring } = line;
  const known = change.groups.filter(({ effects }) => effects.length > 0);
  if (known.length === 0) return [];
  const effects = [...new Map(known.flatMap((one) => one.effects.map((effect) => [effect.id, effect.name] as const)))];
  return [
    tableOf(
      tableId("measure-effects-*", id),
      `${entry.definition.title}: change in standard deviations, positive where it is for the better`,
      `effects-${scoring}`,
      [
        dimensionOf("group", "Group", shownGroups(line, known)),
        dimensionOf(
          "effect",
          "Effect size",
          effects.map(([effect, label]) => ({ id: effect, label })),
        ),
      ],
      known.flatMap((one) =>
        one.effects.map((effect) =>
          valueCell(
            { group: one.group!, effect: effect.id },
            one.seen,
            effect.estimate,
            effect.interval,
            namesOf(line, one.group!).both,
          ),
        ),
      ),
    ),
  ];
}

const ends = [
  { id: "lowest", label: "At the lowest score" },
  { id: "highest", label: "At the highest score" },
  { id: "cannot-improve", label: "Too near the good end to show reliable change for the better" },
  { id: "cannot-worsen", label: "Too near the bad end to show reliable change for the worse" },
];

function endTable(line: Line, { change }: LineChange): Table[] {
  const { id, entry, scoring } = line;
  const known = change.groups.filter((one) => one.ends !== null);
  if (known.length === 0) return [];
  return [
    tableOf(
      tableId("measure-ends-*", id),
      `${entry.definition.title}: first scores at either end; 15 in 100 or more is a floor or a ceiling`,
      `ends-${scoring}`,
      [dimensionOf("group", "Group", shownGroups(line, known)), dimensionOf("end", "First score", ends)],
      known.flatMap((one) => {
        const found = one.ends!;
        const counts = [found.atLowest, found.atHighest, found.cannotImprove, found.cannotDeteriorate];
        return ends.map((end, at) =>
          shareCell({ group: one.group!, end: end.id }, counts[at]!, found.people, {
            denominator: namesOf(line, one.group!).first,
          }),
        );
      }),
    ),
  ];
}

function differenceTable(line: Line, { change }: LineChange): Table[] {
  const { id, entry, scoring } = line;
  const { difference } = change;
  if (difference === null) return [];
  const arms = [difference.treated, difference.comparison].map(
    (group) => change.groups.find((one) => one.group === group)!,
  );
  const people = arms.reduce((sum, { seen }) => sum + seen, 0);
  return [
    tableOf(
      tableId("measure-difference-*", id),
      `${entry.definition.title}: programme less comparison group${difference.bothNeeded ? "; neither estimate is right for sure" : ""}`,
      `difference-${scoring}`,
      [
        dimensionOf(
          "estimate",
          "Estimate, and what it assumes",
          difference.estimates.map((one) => ({ id: one.id, label: `${one.name}: assumes ${one.assumes}` })),
        ),
      ],
      difference.estimates.map((one) => ({
        ...valueCell({ estimate: one.id }, people, one.estimate, one.interval),
        of: { value: arms.map((arm) => namesOf(line, arm.group!).both) },
      })),
    ),
  ];
}

/** Groups somebody of whom has a first or later score, in the order of the arms. */
function shownGroups({ groups }: Line, changes: readonly GroupChange[]): readonly Level[] {
  return groups.filter(({ id }) => changes.some(({ group }) => group === id));
}
