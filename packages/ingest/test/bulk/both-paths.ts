import type { Engine } from "@likewise/engine";
import { ingestStudy } from "@likewise/ingest";
import type { StudyPlan } from "@likewise/schema";

/** What a study gives, or the message with which it ends; lazily made columns are made. */
export async function given(plan: StudyPlan, folder: string, engine?: Engine): Promise<unknown> {
  try {
    const options = engine === undefined ? {} : { engine, bulkFrom: 0 };
    const { tables, ...rest } = await ingestStudy({ plan, folder, ...options });
    const columns = Object.fromEntries(
      Object.entries(tables).map(([table, { numRows, columns: named }]) => [
        table,
        { numRows, columns: Object.entries(named).map(([name, column]) => [name, { ...column }]) },
      ]),
    );
    return { columns, ...rest };
  } catch (error) {
    return String(error);
  }
}

/** The engine, and how often a file has been read through it to its end. */
export function counted(engine: Engine): { engine: Engine; readings: () => number } {
  let readings = 0;
  const connection = new Proxy(engine.connection, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      if (name === "stream") readings++;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { engine: { ...engine, connection }, readings: () => readings };
}
