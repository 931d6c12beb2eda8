import { randomStream } from "../../packages/stats/src/index.ts";
import type { Mutant, Mutation } from "./mutation.ts";
import { blindMutations, fileMutations, planMutations } from "./mutations/index.ts";
import type { SampleStudy } from "./sample-study.ts";

/** One spoilt study. It depends on the seed and its number alone. */
export interface SpoiltInput {
  readonly index: number;
  readonly sample: string;
  /** Ids of the mutations, in order. */
  readonly mutations: readonly string[];
  readonly group: Mutation["group"];
  readonly command: "check" | "run";
  /** The plan as spoilt; the sample's own otherwise. */
  readonly plan: string | Buffer;
  /** The file that was spoilt, or null. */
  readonly file: string | null;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Rows of data by file, where they are known without the reader under test. */
  readonly rows: ReadonlyMap<string, number>;
  readonly planted: readonly string[];
}

/** Most inputs have a spoilt file, one in four a spoilt plan; one in eight files is spoilt twice; one in twenty is run. */
export function spoiltInput(samples: readonly SampleStudy[], seed: number, index: number): SpoiltInput {
  const stream = randomStream(seed).split("fuzz").split(index);
  const sample = stream.choice(
    samples,
    samples.map(({ weight }) => weight),
  );
  const command = stream.bernoulli(1 / 20) ? "run" : "check";
  const base = { index, sample: sample.name, command, planted: [] } as const;
  if (stream.bernoulli(0.25)) {
    const mutation = stream.choice(planMutations);
    const { bytes } = mutation.mutate({ bytes: Buffer.from(sample.plan), rows: null }, stream);
    return {
      ...base,
      mutations: [mutation.id],
      group: mutation.group,
      plan: bytes,
      file: null,
      files: sample.files,
      rows: new Map(),
    };
  }
  const file = stream.choice([...sample.files.keys()]);
  const first = stream.choice(isDelimited(file) ? fileMutations : blindMutations);
  const mutations = stream.bernoulli(1 / 8) ? [first, stream.choice(blindMutations)] : [first];
  let mutant: Mutant = { bytes: sample.files.get(file)!, rows: sample.rows.get(file) ?? null };
  const planted: string[] = [];
  for (const mutation of mutations) {
    mutant = mutation.mutate(mutant, stream);
    planted.push(...(mutant.planted ?? []));
  }
  const rows = new Map(sample.rows);
  if (mutant.rows === null) rows.delete(file);
  else rows.set(file, mutant.rows);
  return {
    ...base,
    mutations: mutations.map(({ id }) => id),
    group: isDelimited(file) ? first.group : "containers",
    plan: sample.plan,
    file,
    files: new Map([...sample.files, [file, mutant.bytes]]),
    rows,
    planted,
  };
}

function isDelimited(file: string): boolean {
  return /\.(csv|tsv|txt)$/.test(file);
}
