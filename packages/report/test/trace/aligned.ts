/**
 * Where each entry of one list stands in another, by a shortest edit (Myers 1986, "An O(ND) difference algorithm and its
 * variations"); null where it does not.
 */
export function aligned(from: readonly string[], to: readonly string[]): (number | null)[] {
  const places: (number | null)[] = from.map(() => null);
  const [rows, columns] = [from.length, to.length];
  const most = rows + columns;
  let furthest = new Map<number, number>([[1, 0]]);
  const steps: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits++) {
    steps.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down =
        diagonal === -edits || (diagonal !== edits && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
      let row = down ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      let column = row - diagonal;
      while (row < rows && column < columns && from[row] === to[column]) [row, column] = [row + 1, column + 1];
      furthest.set(diagonal, row);
      if (row >= rows && column >= columns) return walkBack(edits);
    }
    furthest = new Map(furthest);
  }
  return places;

  function walkBack(edits: number): (number | null)[] {
    let [row, column] = [rows, columns];
    for (let edit = edits; edit >= 0; edit--) {
      const before = steps[edit]!;
      const diagonal = row - column;
      const down = diagonal === -edit || (diagonal !== edit && at(before, diagonal - 1) < at(before, diagonal + 1));
      const previous = down ? diagonal + 1 : diagonal - 1;
      const fromRow = edit === 0 ? 0 : at(before, previous);
      const fromColumn = edit === 0 ? 0 : fromRow - previous;
      while (row > fromRow && column > fromColumn && row > 0 && column > 0 && from[row - 1] === to[column - 1]) {
        places[row - 1] = column - 1;
        [row, column] = [row - 1, column - 1];
      }
      [row, column] = [fromRow, fromColumn];
    }
    return places;
  }
}

function at(furthest: ReadonlyMap<number, number>, diagonal: number): number {
  return furthest.get(diagonal) ?? -1;
}
