import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";

/** Texts of one statement: some megabytes. */
const textsAtOnce = 100_000;

/**
 * Puts texts into a table of one column, `text`, in their order, hands its quoted name to `use`, and drops it whatever
 * happens. They cross over joined, many at once: text by text, a million take as long as a join with ten million rows.
 */
export async function withLoadedTexts<Result>(
  engine: Engine,
  texts: readonly string[],
  use: (name: string) => Promise<Result>,
): Promise<Result> {
  const name = quoteIdentifier(`working texts ${engine.tablesMade.count++}`);
  await engine.connection.run(`CREATE TABLE ${name} ("text" VARCHAR)`);
  try {
    for (let start = 0; start < texts.length; start += textsAtOnce) {
      const some = texts.slice(start, start + textsAtOnce);
      const separator = separatorOf(some);
      await engine.connection.run(`INSERT INTO ${name} SELECT unnest(string_split($joined, $separator))`, {
        joined: some.join(separator),
        separator,
      });
    }
    return await use(name);
  } finally {
    await engine.connection.run(`DROP TABLE IF EXISTS ${name}`);
  }
}

/** A character that no text has: the end of a line, or the first after it. */
function separatorOf(texts: readonly string[]): string {
  let separator = "\n";
  while (texts.some((text) => text.includes(separator))) {
    separator = String.fromCharCode(separator.charCodeAt(0) + 1);
  }
  return separator;
}
