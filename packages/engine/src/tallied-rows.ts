import { chunkEvents, type EventChunk } from "./event-chunk.ts";
import type { Engine } from "./open-engine.ts";
import { type StoredQuestion, withRowsInReach } from "./rows-in-reach.ts";
import { vectorMemory } from "./vector-memory.ts";

/** Hands over the rows of a stored table that can count for a unit, in chunks, in whatever order the database finds them. */
export async function talliedRows(
  engine: Engine,
  question: StoredQuestion,
  add: (chunk: EventChunk) => void,
): Promise<void> {
  const { connection, duckdb } = engine;
  const { asked } = question;
  const none = new Int32Array(chunkEvents);
  await withRowsInReach(engine, question, async (sql) => {
    const result = await connection.stream(sql);
    for (const type of result.columnTypes()) {
      if (type.typeId !== duckdb.DuckDBTypeId.INTEGER && type.typeId !== duckdb.DuckDBTypeId.DATE)
        throw new RangeError(`rowsOfUnits: what is summed must be whole numbers of 32 bits, got ${type.toString()}`);
    }
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      const columns = Array.from(
        { length: chunk.columnCount },
        (_, index) => vectorMemory(chunk!.getColumnVector(index)).items as Int32Array,
      );
      let next = 0;
      add({
        count: chunk.rowCount,
        place: columns[next++]!,
        day: columns[next++]!,
        date: columns[next++]!,
        flags: asked.apart.length === 0 ? none : columns[next++]!,
        provenDate: asked.proven ? columns[next++]! : null,
        numbers: asked.sums.map(() => columns[next++]!),
      });
    }
  });
}
