/**
 * One way of counting the events of a simulated population in windows, from Parquet files to a number for each person, in
 * a process of its own so that its memory can be told. Run by itself: tsx --conditions=source population-windows.ts
 * PEOPLE WAY; prints seconds and processor seconds (medians of three runs) and resident megabytes as JSON, and a sum of
 * the answer.
 */
import { closeEngine, openEngine, type WindowRequest, windowAggregates } from "../../packages/engine/src/index.ts";
import { eventBaseline, offendingOutcomes, stageBlocks } from "../../packages/offending/src/index.ts";
import {
  booleanColumn,
  type Columns,
  columnsOf,
  integersOf,
  numbersOf,
  textColumn,
  windowDefinition,
} from "../../packages/schema/src/index.ts";
import { inventedWeights } from "../../packages/simulate/src/index.ts";
import { barePopulation } from "./bare-population.ts";
import { blockIds, populationStudy, where } from "./population-study.ts";

const [people, way] = [Number(process.argv[2]), process.argv[3]!];
const runs = 3;
const engine = await openEngine({ threads: 2, memoryGb: 1 });
const study = await populationStudy(engine, people);

const twoWindows: readonly WindowRequest[] = [
  { as: "before", window: windowDefinition("before-24m"), where, measure: "count" },
  { as: "first", window: windowDefinition("recorded-12m"), where, measure: "firstDay" },
];
const blocksWithHarm: readonly WindowRequest[] = blockIds.flatMap((id) => [
  { as: `events ${id}`, window: windowDefinition(id), where, measure: "count" as const },
  { as: `harm ${id}`, window: windowDefinition(id), where, measure: { sum: "halfDays" } },
]);
/** Twice the days, as they are whole then. */
const lookup = {
  by: ["code", "crime"],
  as: "halfDays",
  table: columnsOf({
    code: textColumn(inventedWeights.map(({ code }) => code)),
    crime: booleanColumn(inventedWeights.map(() => true)),
    halfDays: textColumn(inventedWeights.map(({ weight }) => String(2 * weight))),
  }),
};
const { units, rows, given, weights, groups } = study;
const windowed = (requests: readonly WindowRequest[]) =>
  windowAggregates(engine, { anchors: units, events: { ...rows, lookup }, requests });

const ways: Readonly<Record<string, () => Promise<number>>> = {
  "two-windows": async () => totalOf(await windowed(twoWindows), ["before", "first"]),
  "two-windows-of-study": async () => {
    const before = await eventBaseline(given);
    const { time, value } = (await offendingOutcomes(given)).table.columns;
    const first = time.values.reduce((sum, days, row) => sum + (value.values[row] === 1 ? days : 0), 0);
    return totalOf(before, ["prior"]) + first;
  },
  "blocks-with-harm": async () =>
    totalOf(
      await windowed(blocksWithHarm),
      blocksWithHarm.map(({ as }) => as),
    ),
  "blocks-with-harm-of-study": async () => {
    const found = await stageBlocks({ ...given, groups, weights });
    return found!.blocks.reduce((sum, { count, harm }) => sum + count!.events + 2 * harm[0]!.total, 0);
  },
};
const job = ways[way] ?? (await barePopulation(way, people, study.files, inventedWeights));
const seconds: number[] = [];
const processor: number[] = [];
let answer = 0;
for (let run = 0; run < runs; run++) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  answer = await job();
  const used = process.cpuUsage(before);
  seconds.push((performance.now() - started) / 1000);
  processor.push((used.user + used.system) / 1e6);
}
await closeEngine(engine);
const residentMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds: median(seconds), processor: median(processor), residentMb, answer }));

function totalOf(table: Columns, names: readonly string[]): number {
  return names.reduce((total, name) => {
    const column = name.startsWith("harm") ? numbersOf(table, name) : integersOf(table, name);
    return total + (column.values as Float64Array).reduce((sum, value) => sum + value, 0);
  }, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
