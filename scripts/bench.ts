/**
 * Speed side by side, in one run: our packages beside base R where Rscript is found, and beside the bare database.
 * Times are medians of five runs without reading files; a ratio below 1 means ours took less. Run: pnpm bench
 *
 * Reading files is timed by itself, each way in a process of its own, with its memory. The file has 1,000,000 rows, or as
 * many as LIKEWISE_BENCH_ROWS says: 10,000,000 take some minutes. It stays in the folder for temporary files. With the word
 * reading, nothing else is timed: pnpm bench reading
 *
 * With the word survival only follow-up is timed, on a million people or as many as given: pnpm bench survival 1000000. With
 * the word regression, a logistic fit: pnpm bench regression 1000000. With the word matching, the score, a match within a
 * caliper, balance and the effect with its standard error, and by itself a match by Mahalanobis distance, with the most memory
 * held: pnpm bench matching 1000000, pnpm bench mahalanobis 100000. Figures beside them are those printed for MatchIt 4.7.2 on
 * two cores, for a million people alone
 *
 * With the word bootstrap, 2,000 resamples of an effect by inverse probability weights, in one thread, beside R's boot with
 * glm.fit in two processes: pnpm bench bootstrap 10000
 *
 * With the word optimal, optimal full matching on a score and in space, in seconds of the processor: pnpm bench optimal 100000
 *
 * With the word questionnaires, questionnaires of 20 items scored and compared from typed columns, also with people found
 * again by their ids and all said of them, with the most memory the process held: pnpm bench questionnaires 1000000
 *
 * With the word appraisal, costs against benefits by 100,000 draws of 20 parameters, with the worth of knowing each:
 * pnpm bench appraisal 100000
 *
 * With the word pages, dashboard and report of the large sample study with thirty charts, none drawn before: pnpm bench pages
 *
 * Windows over events that stay in Parquet files are timed beside bare SQL over the same files, each way in a process of
 * its own, with its memory: ten events a person, made once and kept in the folder for temporary files. Both ways have the
 * ids of people in the database before, and end with arrays of numbers, a place a person. With the word windows, nothing
 * else is timed: pnpm bench windows 1000000
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  balanceTable,
  type Covariate,
  matchingWeights,
  matchNearest,
  propensityScore,
} from "../packages/compare/src/index.ts";
import { closeEngine, openEngine, windowAggregates } from "../packages/engine/src/index.ts";
import { columnsOf, dateColumn, integerColumn, windowDefinition } from "../packages/schema/src/index.ts";
import { designMatrix, fitCox, fitLogistic, kaplanMeierByGroup } from "../packages/stats/src/index.ts";
import { appraisalTiming } from "./bench/appraisal.ts";
import { bareWindows } from "./bench/bare-windows.ts";
import { bootstrapTimings } from "./bench/bootstrap.ts";
import { type BenchCohort, benchCohort, cohortCsv } from "./bench/cohort.ts";
import { type MatchingTiming, mahalanobisTimings, scoreMatchTimings } from "./bench/matching.ts";
import { optimalTimings } from "./bench/optimal-matching.ts";
import { pagesTimings } from "./bench/pages.ts";
import { questionnairesTimings } from "./bench/questionnaires.ts";
import { readingEvents } from "./bench/reading-events.ts";
import { regressionTimings } from "./bench/regression.ts";
import { survivalTimings } from "./bench/survival.ts";
import { windowsOfPopulation } from "./bench/windows-of-population.ts";

interface Row {
  readonly people: number;
  readonly job: string;
  readonly milliseconds: number;
  readonly peer: string;
  readonly peerMilliseconds: number | null;
}

const runs = 5;
/** Few, because memory once held is not given back between runs. */
const matchingRuns = 1;
/** Matching 5.49 s, its summary 27.9 s, least squares clustered by pair 0.75 s: MatchIt 4.7.2 and sandwich, 1,000,000 people. */
const printedMatchIt = 34_140;
const resamples = 2000;
/** Row by row, a file must fit one string. */
const rowsAtMost = 4_000_000;
const rows: Row[] = [];
if (process.argv[2] === "survival") {
  print(survivalRows(Number(process.argv[3] ?? 1_000_000)));
} else if (process.argv[2] === "regression") {
  print(regressionRows(Number(process.argv[3] ?? 1_000_000)));
} else if (process.argv[2] === "optimal") {
  print(optimalRows(Number(process.argv[3] ?? 10_000)));
} else if (process.argv[2] === "matching") {
  print(matchingRows(scoreMatchTimings(Number(process.argv[3] ?? 1_000_000), matchingRuns)));
} else if (process.argv[2] === "mahalanobis") {
  print(matchingRows(mahalanobisTimings(Number(process.argv[3] ?? 100_000), matchingRuns)));
} else if (process.argv[2] === "bootstrap") {
  print(bootstrapRows(Number(process.argv[3] ?? 10_000)));
} else if (process.argv[2] === "questionnaires") {
  printQuestionnaires(Number(process.argv[3] ?? 1_000_000));
} else if (process.argv[2] === "appraisal") {
  const { draws, parameters, seconds, processorSeconds } = appraisalTiming(Number(process.argv[3] ?? 100_000));
  process.stdout.write(
    `${draws} draws of ${parameters} parameters with the worth of knowing each: ${seconds.toFixed(2)} s, ${processorSeconds.toFixed(2)} s of the processor\n`,
  );
} else if (process.argv[2] === "pages") {
  const { charts, seconds, processorSeconds, peakMegabytes, kilobytes } = await pagesTimings();
  process.stdout.write(
    `both pages, ${kilobytes} KB, ${charts} charts at two widths: ${seconds.toFixed(2)} s, ${processorSeconds.toFixed(2)} s of the processor, ${peakMegabytes.toFixed(0)} MB at most\n`,
  );
} else if (process.argv[2] === "windows") {
  await printWindows(Number(process.argv[3] ?? 1_000_000));
} else {
  if (process.argv[2] !== "reading") {
    for (const people of [10_000, 100_000]) rows.push(...(await benchAt(people)));
    print(rows);
    await printWindows(100_000);
  }
  await printReading(Number(process.env.LIKEWISE_BENCH_ROWS ?? 1_000_000));
}

function matchingRows(timings: readonly MatchingTiming[]): Row[] {
  return timings.map(({ job, people, seconds, processorSeconds, megabytes }) => ({
    people,
    job: `${job} (${processorSeconds.toFixed(1)} processor s, ${megabytes.toFixed(0)} MB)`,
    milliseconds: 1000 * seconds,
    peer: "MatchIt",
    peerMilliseconds: job.startsWith("score") && people === 1_000_000 ? printedMatchIt : null,
  }));
}

function optimalRows(people: number): Row[] {
  return optimalTimings(people, 1).map(({ job, seconds }) => ({
    people,
    job,
    milliseconds: 1000 * seconds,
    peer: "none",
    peerMilliseconds: null,
  }));
}

function bootstrapRows(people: number): Row[] {
  return bootstrapTimings(people, resamples, 1).map(({ job, seconds, processorSeconds, peerSeconds }) => ({
    people,
    job: `${job} (${processorSeconds.toFixed(1)} processor s)`,
    milliseconds: 1000 * seconds,
    peer: "R boot",
    peerMilliseconds: peerSeconds === null ? null : 1000 * peerSeconds,
  }));
}

function regressionRows(people: number): Row[] {
  return regressionTimings(people, runs).map(({ job, seconds, peerSeconds }) => ({
    people,
    job,
    milliseconds: 1000 * seconds,
    peer: "R glm",
    peerMilliseconds: peerSeconds === null ? null : 1000 * peerSeconds,
  }));
}

function printQuestionnaires(questionnaires: number): void {
  for (const { job, seconds, processorSeconds, peakMiB } of questionnairesTimings(questionnaires, runs)) {
    console.log(
      `${String(questionnaires).padStart(8)}  ${job.padEnd(48)}${(1000 * seconds).toFixed(1).padStart(10)} ms, ${(1000 * processorSeconds).toFixed(0)} ms of the processor${peakMiB.toFixed(0).padStart(8)} MiB`,
    );
  }
}

function survivalRows(people: number): Row[] {
  return survivalTimings(people, runs).map(({ job, seconds, peerSeconds }) => ({
    people,
    job,
    milliseconds: 1000 * seconds,
    peer: "R survival",
    peerMilliseconds: peerSeconds === null ? null : 1000 * peerSeconds,
  }));
}

async function benchAt(people: number): Promise<Row[]> {
  const cohort = benchCohort(people);
  const peers = inR(cohort);
  const inSql = await windows(cohort);
  const row = (job: string, milliseconds: number, peer: string, name: string): Row => ({
    people,
    job,
    milliseconds,
    peer,
    peerMilliseconds: peers === null ? null : (peers.get(name) ?? null),
  });
  return [
    row("logistic fit, 10 covariates", await medianOf(() => logistic(cohort)), "R glm", "logistic"),
    {
      people,
      job: "match (score, 1:1, caliper) and balance",
      milliseconds: await medianOf(() => match(cohort)),
      peer: "",
      peerMilliseconds: null,
    },
    row("Kaplan–Meier, two groups", await medianOf(() => curves(cohort)), "R survfit", "kaplan-meier"),
    row("Cox, 11 covariates, Efron", await medianOf(() => cox(cohort)), "R coxph", "cox"),
    {
      people,
      job: "two windows over events",
      milliseconds: inSql.ours,
      peer: "bare DuckDB",
      peerMilliseconds: inSql.bare,
    },
  ];
}

function logistic({ covariates, treated }: BenchCohort): void {
  fitLogistic({ design: designMatrix([...covariates]), outcome: treated });
}

function match({ covariates, treated }: BenchCohort): void {
  const named: Covariate[] = covariates.map((values, index) => ({ kind: "number", name: `x${index + 1}`, values }));
  const { probability } = propensityScore(named, treated);
  const { sets } = matchNearest(probability, treated, { caliperSd: 0.2 });
  balanceTable(named, treated, matchingWeights(sets, treated.length), { essential: [], adjusted: [] });
}

function curves({ time, event, treated }: BenchCohort): void {
  kaplanMeierByGroup({ time, event, group: treated });
}

function cox({ time, event, treated, covariates }: BenchCohort): void {
  fitCox({ time, event, design: designMatrix([Float64Array.from(treated), ...covariates], { intercept: false }) });
}

async function windows({ anchors, events }: BenchCohort): Promise<{ ours: number; bare: number }> {
  const engine = await openEngine({ threads: 2 });
  try {
    const units = columnsOf({
      unit: integerColumn(Int32Array.from(anchors, (_, unit) => unit)),
      date: dateColumn(anchors),
    });
    const dated = columnsOf({ unit: integerColumn(events.unit), date: dateColumn(events.date) });
    const requests = [
      { as: "before", window: windowDefinition("before-24m"), measure: "count" },
      { as: "first", window: windowDefinition("recorded-12m"), measure: "firstDay" },
    ] as const;
    return {
      ours: await medianOf(() => windowAggregates(engine, { anchors: units, events: dated, requests })),
      bare: await bareWindows({ anchors, events }, medianOf),
    };
  } finally {
    closeEngine(engine);
  }
}

/** Seconds of R by job, in milliseconds; null where there is no Rscript. */
function inR(cohort: BenchCohort): Map<string, number> | null {
  const folder = mkdtempSync(join(tmpdir(), "likewise-bench-"));
  try {
    const file = join(folder, "cohort.csv");
    writeFileSync(file, cohortCsv(cohort));
    const script = fileURLToPath(new URL("bench/peers.R", import.meta.url));
    const printed = execFileSync("Rscript", [script, file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return new Map(
      printed
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/) as [string, string])
        .map(([job, seconds]) => [job, 1000 * Number(seconds)]),
    );
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function medianOf(job: () => unknown): Promise<number> {
  await job();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await job();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

function print(all: readonly Row[]): void {
  if (all.every((row) => !row.peer.startsWith("R") || row.peerMilliseconds === null))
    console.log("R not found: no ratios to it");
  console.log(
    `\n${"people".padStart(8)}  ${"job".padEnd(42)}${"ours ms".padStart(10)}  ${"beside".padEnd(12)}${"its ms".padStart(10)}${"ratio".padStart(8)}`,
  );
  for (const row of all) {
    const peer = row.peerMilliseconds;
    const beside =
      peer === null
        ? ""
        : `${row.peer.padEnd(12)}${peer.toFixed(1).padStart(10)}${(row.milliseconds / peer).toFixed(2).padStart(8)}`;
    console.log(
      `${String(row.people).padStart(8)}  ${row.job.padEnd(42)}${row.milliseconds.toFixed(1).padStart(10)}  ${beside}`,
    );
  }
}

async function printWindows(people: number): Promise<void> {
  const title = `${people} people, ${10 * people} events in Parquet`;
  const heads = ["seconds", "processor s", "resident MB", "ratio", "of processor"];
  console.log(`\n${title.padEnd(66)}${heads.map((head) => head.padStart(14)).join("")}`);
  for (const { job, way, seconds, processor, residentMb, ratio } of await windowsOfPopulation(people)) {
    const figures = [
      seconds.toFixed(2),
      processor.toFixed(2),
      residentMb.toFixed(0),
      ...ratio.map((one) => one.toFixed(2)),
    ];
    console.log(`  ${job.padEnd(36)}${way.padEnd(28)}${figures.map((figure) => figure.padStart(14)).join("")}`);
  }
}

async function printReading(rowsOfFile: number): Promise<void> {
  const {
    bare,
    bulk,
    alone,
    rows: byRow,
    messy,
    messyRows,
  } = await readingEvents(rowsOfFile, rowsOfFile <= rowsAtMost, 3);
  console.log(
    `\n${rowsOfFile} events in CSV to checked columns${" ".repeat(10)}seconds   of processor   million rows/s   resident MB   ratio`,
  );
  for (const [label, reading] of Object.entries({
    "bare DuckDB, try_cast": bare,
    "in bulk, two threads": bulk,
    "in bulk, one thread": alone,
    "row by row": byRow,
    "messy, in bulk, two threads": messy,
    "messy, row by row": messyRows,
  })) {
    if (reading === null) continue;
    const { seconds, processorSeconds, residentMb } = reading;
    const figures = [
      seconds.toFixed(2),
      processorSeconds.toFixed(2),
      (rowsOfFile / seconds / 1e6).toFixed(2),
      residentMb.toFixed(0),
      (seconds / bare.seconds).toFixed(2),
    ];
    console.log(
      `  ${label.padEnd(42)}${figures.map((figure, index) => figure.padStart([12, 15, 17, 14, 8][index]!)).join("")}`,
    );
  }
}
