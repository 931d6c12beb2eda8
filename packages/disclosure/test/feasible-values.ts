/** Unknown counts of a table as an outsider meets them: what each could be, and the sums they must keep. */
export interface Puzzle {
  readonly least: number[];
  readonly most: number[];
  /** Each sum: indices of unknowns with sign, and what they must come to. */
  readonly sums: { readonly members: [index: number, sign: number][]; readonly comesTo: number }[];
}

/**
 * Whether an unknown can have a value, by trying: bounds are narrowed sum by sum, then values are guessed one unknown
 * at a time. Written for the tests alone and by another method than the one tested.
 */
export function canBe(puzzle: Puzzle, unknown: number, value: number): boolean {
  const least = [...puzzle.least];
  const most = [...puzzle.most];
  if (value < least[unknown]! || value > most[unknown]!) return false;
  least[unknown] = value;
  most[unknown] = value;
  return solvable(puzzle, least, most);
}

function solvable(puzzle: Puzzle, least: number[], most: number[]): boolean {
  if (!narrow(puzzle, least, most)) return false;
  let open = -1;
  for (let i = 0; i < least.length; i++)
    if (least[i]! < most[i]! && (open < 0 || most[i]! - least[i]! < most[open]! - least[open]!)) open = i;
  if (open < 0) return true;
  for (let value = least[open]!; value <= most[open]!; value++) {
    const [down, up] = [[...least], [...most]];
    down[open] = value;
    up[open] = value;
    if (solvable(puzzle, down, up)) return true;
  }
  return false;
}

function narrow(puzzle: Puzzle, least: number[], most: number[]): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { members, comesTo } of puzzle.sums)
      for (const [index, sign] of members) {
        let low = comesTo;
        let high = comesTo;
        for (const [other, otherSign] of members) {
          if (other === index) continue;
          low -= otherSign > 0 ? most[other]! : -least[other]!;
          high -= otherSign > 0 ? least[other]! : -most[other]!;
        }
        const [from, to] = sign > 0 ? [low, high] : [-high, -low];
        if (from > least[index]!) {
          least[index] = from;
          changed = true;
        }
        if (to < most[index]!) {
          most[index] = to;
          changed = true;
        }
        if (least[index]! > most[index]!) return false;
      }
  }
  return true;
}
