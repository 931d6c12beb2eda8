import {
  changeOfGroup,
  findMeasure,
  outcomeCategories,
  pairWaves,
  reliableChange,
  rulesOfScore,
  scoreMeasure,
} from "../../packages/measures/src/index.ts";
import {
  type Columns,
  categoryColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "../../packages/schema/src/index.ts";
import { randomStream } from "../../packages/stats/src/index.ts";

/** A job on so many questionnaires; both kinds of seconds are medians. */
export interface QuestionnairesTiming {
  readonly job: string;
  readonly questionnaires: number;
  readonly seconds: number;
  /** of the processor, on every thread: what the job costs whatever else the machine does */
  readonly processorSeconds: number;
  /** most memory the process held, MiB */
  readonly peakMiB: number;
}

/**
 * Questionnaires of 20 items at two time points, in typed columns. First, scored by their definition and compared (reliable
 * change and what became of each person), where the rows of both time points are of the same people in the same order.
 * Second, all that `likewise change` says: people found again by their ids, which are text, then also effect sizes, floor,
 * ceiling and leavers.
 *
 * @param questionnaires both time points together
 * @param repeats        how often each is run
 */
export function questionnairesTimings(questionnaires: number, repeats: number): QuestionnairesTiming[] {
  const definition = findMeasure("pcl-5");
  const people = questionnaires / 2;
  const answers = [0, 1].map((later) => answersOf(people, later));
  const rules = rulesOfScore(definition);
  if ("refused" in rules) throw new Error(rules.refused.why);
  const { better, error, clinical } = rules;
  const scored = () =>
    answers.map((one) => {
      const found = scoreMeasure({ definition, answers: one });
      if ("refused" in found) throw new Error(found.refused.why);
      return found.scores.find(({ id }) => id === rules.score.id)!.values;
    });
  const ids = Array.from({ length: people }, (_, at) => `P${at + 1}`);
  const person = textColumn([...ids, ...ids]);
  const wave = categoryColumn([...ids.map(() => "intake"), ...ids.map(() => "exit")]);
  const jobs = {
    "scored and compared, 20 items, rows in order": () => {
      const [pre, post] = scored().map(({ values }) => values) as [Float64Array, Float64Array];
      if (error?.kind !== "published" || clinical === null)
        throw new Error("a published threshold and cut-off are needed");
      const change = reliableChange({ pre, post, better, error });
      outcomeCategories({ pre, post, change, cutOff: clinical });
    },
    "scored, people found by id, everything said": () => {
      const [pre, post] = scored();
      const score = numberColumn(joined(pre!.values, post!.values));
      const pairs = pairWaves({ person, wave, score, pre: "intake", post: "exit" });
      changeOfGroup({ label: "PCL-5", pairs, better, range: rules.score.range, error: error!, clinical: clinical! });
    },
  };
  return Object.entries(jobs).map(([job, run]) => {
    const runs = Array.from({ length: repeats + 1 }, () => {
      const [started, used] = [performance.now(), process.cpuUsage()];
      run();
      const { user, system } = process.cpuUsage(used);
      return { seconds: (performance.now() - started) / 1000, processorSeconds: (user + system) / 1e6 };
    }).slice(1);
    const median = (of: (one: (typeof runs)[number]) => number) =>
      runs.map(of).toSorted((a, b) => a - b)[Math.floor(repeats / 2)]!;
    return {
      job,
      questionnaires,
      seconds: median((one) => one.seconds),
      processorSeconds: median((one) => one.processorSeconds),
      peakMiB: process.resourceUsage().maxRSS / 1024,
    };
  });
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function answersOf(people: number, later: number): Columns {
  const stream = randomStream(`bench-questionnaires-${later}`);
  const trouble = Float64Array.from({ length: people }, () => stream.normal());
  return {
    numRows: people,
    columns: Object.fromEntries(
      Array.from({ length: 20 }, (_, item) => [
        `q${item + 1}`,
        integerColumn(
          Int32Array.from(trouble, (one) =>
            Math.min(4, Math.max(0, Math.round(2 - later / 2 + one + stream.normal()))),
          ),
        ),
      ]),
    ),
  };
}
