/** How the ids of a column meet those of the people. */
export interface IdJoin {
  /** Different ids, and how many of them are among the people as they stand, spaces around them trimmed. */
  readonly ids: number;
  readonly found: number;
  /** Further ids found when letters are put in capitals. */
  readonly foundByCase: number;
  /** Further ids found when spaces inside are taken out too. */
  readonly foundBySpaces: number;
  /** Rows whose id is only found so. */
  readonly rowsMended: number;
  /** Rows whose id has spaces around it; those are trimmed in any case. */
  readonly rowsPadded: number;
}

/**
 * @param received cells of the column, as received
 * @param people   ids of the people, as received
 */
export function idJoin(received: readonly string[], people: readonly string[]): IdJoin {
  const plain = new Set(people.map((id) => id.trim()));
  const upper = new Set([...plain].map(inCapitals));
  const bare = new Set([...upper].map(withoutSpaces));
  const rows = new Map<string, number>();
  let rowsPadded = 0;
  for (const cell of received) {
    const id = cell.trim();
    if (id === "") continue;
    rows.set(id, (rows.get(id) ?? 0) + 1);
    if (id !== cell) rowsPadded++;
  }
  const join = { ids: rows.size, found: 0, foundByCase: 0, foundBySpaces: 0, rowsMended: 0 };
  for (const [id, count] of rows) {
    if (plain.has(id)) join.found++;
    else if (upper.has(inCapitals(id))) {
      join.foundByCase++;
      join.rowsMended += count;
    } else if (bare.has(withoutSpaces(inCapitals(id)))) {
      join.foundBySpaces++;
      join.rowsMended += count;
    }
  }
  return { ...join, rowsPadded };
}

function inCapitals(id: string): string {
  return id.toUpperCase();
}

function withoutSpaces(id: string): string {
  return id.replace(/\s+/g, "");
}
