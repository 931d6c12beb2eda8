import { type Cell, countName, indexStage, type Table } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import type { ExpectedInBlock, StageBlock, StageChange } from "./stage-block.ts";
import type { StageBlocks } from "./stage-blocks.ts";

/**
 * Blocks around stages as tables to publish, by stage, group and block: people with an event; events a person, and a
 * person-year at liberty and all time; harm a person, its median and trimmed mean and the people without any; the ratio
 * after to before; what selection alone leads to; and
 * the arms at each horizon, with the difference between them.
 *
 * A rate, mean or ratio stands beside the people it comes from, so that many events of one person are withheld with that
 * person: `numerator` is people with an event or with harm (of a ratio, the smallest group behind it), `denominator`
 * people observed. No table has a total: a person is in several blocks.
 */
export function stageBlockTables(result: StageBlocks): Table[] {
  const { blocks, options } = result;
  const tables = [
    ...prevalenceTables(blocks, options.outcome),
    ...countTables(blocks, options.outcome),
    ...harmTables(blocks, options.outcome),
    ...changeTables(result),
    ...expectedTables(result),
    ...horizonTables(result),
    ...horizonDifferenceTables(result),
  ];
  const ids = tables.map(({ id }) => id);
  return tables.map((table) => ({ ...table, linked: ids.filter((id) => id !== table.id) }));
}

type Values = Omit<Cell, "at">;

/**
 * One table of one figure over all blocks; blocks without the figure have no cell.
 *
 * @param counted the name of whom the numerator counts
 */
function blockTable(
  parts: Pick<Table, "id" | "title" | "definition">,
  blocks: readonly StageBlock[],
  valuesOf: (block: StageBlock) => Values | null,
  counted: (block: StageBlock) => string,
): Table {
  return {
    ...parts,
    unit: "person",
    window: "six-month-blocks",
    dimensions: [
      dimension("anchor", "Stage", blocks, ({ anchor }) => anchor),
      dimension("group", "Group", blocks, ({ group }) => group),
      dimension("block", "Block of six months", blocks, ({ window }) => window),
    ],
    cells: blocks.flatMap((block) => {
      const values = valuesOf(block);
      const at = { anchor: block.anchor, group: block.group, block: block.window };
      return values === null
        ? []
        : [{ at, ...values, of: { numerator: counted(block), denominator: nameOf(block, "block") } }];
    }),
    linked: [],
  };
}

/** As the blocks of the results call the same people around the index date. */
function nameOf({ anchor, group, window }: StageBlock, who: string, outcome?: string): string {
  return countName(who, { ...(anchor === indexStage ? {} : { anchor }), group, outcome, window });
}

function withEventIn(block: StageBlock, outcome: string): string {
  return nameOf(block, "block with event", outcome);
}

function dimension<Row>(id: string, label: string, rows: readonly Row[], levelOf: (row: Row) => string) {
  const levels = [...new Set(rows.map(levelOf))].map((level) => ({ id: level, label: level }));
  return { id, label, levels, total: null };
}

function prevalenceTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  if (blocks.every(({ prevalence }) => prevalence === null)) return [];
  const parts = { id: "blocks-prevalence", title: "People with an event", definition: outcome };
  return [
    blockTable(
      parts,
      blocks,
      ({ prevalence, observed, withEvent }) => ({
        numerator: withEvent,
        denominator: observed,
        value: prevalence!.share,
        interval: intervalOf(prevalence!.interval),
      }),
      (block) => withEventIn(block, outcome),
    ),
  ];
}

function countTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  if (blocks.every(({ count }) => count === null)) return [];
  const rates = [
    { id: "blocks-rate", title: "Events a person-year at liberty", rateOf: ({ count }: StageBlock) => count!.rate },
    {
      id: "blocks-rate-all-time",
      title: "Events a person-year, custody not taken out",
      rateOf: ({ count }: StageBlock) => count!.allTimeRate,
    },
  ];
  return [
    blockTable(
      { id: "blocks-mean", title: "Events a person", definition: outcome },
      blocks,
      (block) => ({
        numerator: block.withEvent,
        denominator: block.observed,
        value: block.count!.mean,
        interval: intervalOf(block.count!.meanInterval),
      }),
      (block) => withEventIn(block, outcome),
    ),
    ...rates.map(({ id, title, rateOf }) =>
      blockTable(
        { id, title, definition: outcome },
        blocks,
        (block) => ({
          numerator: block.withEvent,
          denominator: block.observed,
          value: rateOf(block)?.ratePerYear ?? null,
          interval: intervalOf(rateOf(block)?.interval ?? null),
        }),
        (block) => withEventIn(block, outcome),
      ),
    ),
  ];
}

function harmTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  const editions = new Map(blocks.flatMap(({ harm }) => harm.map(({ weights }) => [weights.id, weights] as const)));
  return [...editions.values()].flatMap((weights) => {
    const harmOf = ({ harm }: StageBlock) => harm.find((one) => one.weights.id === weights.id)!;
    const definition = `harm-${weights.scheme}-${weights.sha256.slice(0, 12)}`;
    // Where every event has a weight, people with harm are those with an event, and whoever reads both tables knows.
    const withHarm = (block: StageBlock) =>
      harmOf(block).withHarm === block.withEvent
        ? withEventIn(block, outcome)
        : nameOf(block, "block with harm", definition);
    const withoutHarm = (block: StageBlock) => nameOf(block, "block without harm", definition);
    const figures = [
      { id: "mean", title: `Harm a person, mean (${weights.unit})`, of: "mean" as const },
      {
        id: "median",
        title: `Harm a person, median (${weights.unit})`,
        of: "median" as const,
      },
      {
        id: "trimmed",
        title: `Harm a person, mean without the ${100 * harmOf(blocks[0]!).trimmedShare} % at each end (${weights.unit})`,
        of: "trimmedMean" as const,
      },
    ];
    return [
      ...figures.map(({ id, title, of }) =>
        blockTable(
          { id: `blocks-${weights.id}-${id}`, title, definition },
          blocks,
          (block) => ({
            numerator: harmOf(block).withHarm,
            denominator: block.observed,
            value: harmOf(block)[of],
            interval: intervalOf(harmOf(block).intervals[of]),
          }),
          withHarm,
        ),
      ),
      {
        ...blockTable(
          { id: `blocks-${weights.id}-none`, title: "People without any harm", definition: `${definition}:none` },
          blocks,
          (block) => ({
            numerator: block.observed - harmOf(block).withHarm,
            denominator: block.observed,
            value: harmOf(block).shareZero,
            interval: shareInterval(block.observed - harmOf(block).withHarm, block.observed),
          }),
          withoutHarm,
        ),
        sums: blocks.map((block) => ({
          total: nameOf(block, "block"),
          parts: [withHarm(block), withoutHarm(block)],
        })),
      },
    ];
  });
}

/** Ratios in people observed for both blocks. */
function changeTables({ changes, options }: StageBlocks): Table[] {
  if (changes.length === 0) return [];
  const scoreOf = ({ score, weights }: (typeof changes)[number]) =>
    weights === null ? score : `${score} ${weights.id}`;
  return [
    {
      id: "blocks-change",
      title: "After over before, the same people",
      unit: "person",
      definition: `${options.outcome}:change`,
      window: "six-month-blocks",
      dimensions: [
        dimension("anchor", "Stage", changes, ({ anchor }) => anchor),
        dimension("group", "Group", changes, ({ group }) => group),
        dimension("block", "Block before and block after", changes, betweenOf),
        dimension("score", "Score", changes, scoreOf),
      ],
      cells: changes.map((change) => ({
        at: { anchor: change.anchor, group: change.group, block: betweenOf(change), score: scoreOf(change) },
        numerator: smallestGroup(change),
        denominator: change.people,
        value: change.ratio,
        interval: intervalOf(change.interval),
        of: { value: bothBlocks(change, options.outcome) },
      })),
      linked: [],
    },
  ];
}

/** Who had an event in either block: with one of them and the ratio, the other is known. */
function bothBlocks({ anchor, group, beforeWindow, afterWindow }: StageChange, outcome: string): string[] {
  const around = anchor === indexStage ? {} : { anchor };
  return [beforeWindow, afterWindow].map((window) =>
    countName("block with event", { ...around, group, outcome, window }),
  );
}

/** A ratio gives away the counts it is made of: it stands on the smallest group of people behind them that is not empty. */
function smallestGroup({ people, withBefore, withAfter }: StageChange): number {
  return smallestOf([withBefore, withAfter, people - withBefore, people - withAfter]);
}

function smallestOf(counts: readonly number[]): number {
  const groups = counts.filter((count) => count > 0);
  return groups.length === 0 ? 0 : Math.min(...groups);
}

function betweenOf({
  beforeWindow,
  afterWindow,
}: {
  readonly beforeWindow: string;
  readonly afterWindow: string;
}): string {
  return `${beforeWindow} ${afterWindow}`;
}

/** The share selection alone leads to, in so many people: with the limits of a prediction, or as the ends of a range. */
function expectedTables({ expected, options }: StageBlocks): Table[] {
  const known = expected.filter((one) => one.expected !== null);
  if (known.length === 0) return [];
  return [
    {
      id: "blocks-selection-alone",
      title: "People with an event after, if selection alone were at work",
      unit: "person",
      definition: `${options.outcome}:selection-alone`,
      window: "six-month-blocks",
      dimensions: [
        dimension("anchor", "Stage", known, ({ anchor }) => anchor),
        dimension("block", "Block of six months", known, ({ window }) => window),
        dimension("from", "Worked out from", known, (one) => one.expected!.kind),
      ],
      cells: known.map((one) => ({
        at: { anchor: one.anchor, block: one.window, from: one.expected!.kind },
        numerator: one.seen.people,
        denominator: null,
        value: one.expected!.kind === "prediction" ? one.expected!.share : null,
        interval: expectedLimits(one.expected!),
      })),
      linked: [],
    },
  ];
}

/** Chance included, in a range as in a prediction. */
function expectedLimits(expected: NonNullable<ExpectedInBlock["expected"]>): [number, number] {
  const [low, high] = expected.kind === "prediction" ? expected.interval : (expected.seen?.share ?? expected.share);
  return [low, high];
}

/** People with an event within each horizon, of those observed so long. */
function horizonTables({ horizons, options }: StageBlocks): Table[] {
  if (horizons.length === 0) return [];
  const rows = horizons.flatMap(({ window, groups }) => groups.map((group) => ({ window, ...group })));
  return [
    {
      id: "blocks-horizons",
      title: "People with an event by how long they were followed",
      unit: "person",
      definition: `${options.outcome}:horizon`,
      window: "horizons",
      dimensions: [
        dimension("group", "Group", rows, ({ group }) => group),
        dimension("horizon", "From the index date", rows, ({ window }) => window),
      ],
      cells: rows.map(({ group, window, withEvent, atRisk, share, interval }) => ({
        at: { group, horizon: window },
        numerator: withEvent,
        denominator: atRisk,
        value: share,
        interval: intervalOf(interval),
        of: windowNames(group, window, options.outcome),
      })),
      linked: [],
    },
  ];
}

/** As the blocks of the results call people followed over a window from the index date. */
function windowNames(group: string, window: string, outcome: string) {
  return {
    numerator: countName("block with event", { group, outcome, window }),
    denominator: countName("block", { group, window }),
  };
}

/** The groups apart at each horizon: how an effect fades, or what stood between them before. */
function horizonDifferenceTables({ horizons, options }: StageBlocks): Table[] {
  const rows = horizons.flatMap(({ window, groups, difference }) =>
    difference === null ? [] : [{ window, groups, difference }],
  );
  if (rows.length === 0) return [];
  return [
    {
      id: "blocks-horizon-differences",
      title: "Difference between the groups in the share with an event, by how long they were followed",
      unit: "person",
      definition: `${options.outcome}:horizon-difference`,
      window: "horizons",
      dimensions: [dimension("horizon", "From the index date", rows, ({ window }) => window)],
      cells: rows.map(({ window, groups, difference: { value, interval } }) => ({
        at: { horizon: window },
        numerator: smallestOf(groups.flatMap(({ withEvent, atRisk }) => [withEvent, atRisk - withEvent])),
        denominator: groups.reduce((sum, { atRisk }) => sum + atRisk, 0),
        value,
        interval: intervalOf(interval),
        of: { value: groups.map(({ group }) => windowNames(group, window, options.outcome).numerator) },
      })),
      linked: [],
    },
  ];
}

function shareInterval(events: number, total: number): [number, number] | null {
  if (total === 0) return null;
  const { lower, upper } = wilsonInterval({ events, total });
  return [lower, upper];
}

function intervalOf(interval: readonly [number, number] | null): [number, number] | null {
  return interval === null ? null : [interval[0], interval[1]];
}
