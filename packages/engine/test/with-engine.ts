import { closeEngine, type Engine, openEngine } from "@likewise/engine";

/** Runs a test with an engine of its own and closes it whatever happens. */
export async function withEngine<T>(use: (engine: Engine) => Promise<T>, threads = 2): Promise<T> {
  const engine = await openEngine({ threads, memoryGb: 1 });
  try {
    return await use(engine);
  } finally {
    await closeEngine(engine);
  }
}

/** Statements the engine runs from now on: they show which way it takes. */
export function statementsOf({ connection }: Engine): string[] {
  const statements: string[] = [];
  const kept = (sql: string) => {
    statements.push(sql);
    return sql;
  };
  const [run, stream] = [connection.run.bind(connection), connection.stream.bind(connection)];
  connection.run = (sql, ...rest) => run(kept(sql), ...rest);
  connection.stream = (sql, ...rest) => stream(kept(sql), ...rest);
  return statements;
}

/** Small seeded generator for awkward test data: whole numbers from 0 to below `n`. */
export function randomWholeNumbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
