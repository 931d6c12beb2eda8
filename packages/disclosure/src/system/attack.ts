import type { Profile } from "../profiles.ts";
import { type Alternative, Alternatives } from "./alternatives.ts";
import { type CountGraph, countGraph } from "./count-graph.ts";
import type { Count, CountSystem } from "./count-system.ts";
import { maximiseReduced } from "./maximise-reduced.ts";
import { type Neighbourhood, neighbourhood } from "./neighbourhood.ts";
import { type Reduced, reducedRelations } from "./reduced-relations.ts";
import type { SparseRow } from "./tableau.ts";

/** A way for a count to move: how far, what would have to be withheld for it, and what that costs. */
export interface Way {
  readonly moved: number;
  readonly pattern: readonly number[];
  readonly cost: number;
  readonly alternative: Alternative;
}

/** An unknown of a question: a count, or one of the two ways a published count could move. */
interface Column {
  readonly index: number;
  readonly turned: 1 | -1;
  readonly cost: number;
}

/** How far a count can move among those near it, in either direction. */
interface Question {
  readonly columns: readonly Column[];
  readonly reduced: Reduced;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** The column of the count asked about; −1 when a relation holds it in place. */
  readonly place: number;
  /** Whether there is nothing further to be looked at. */
  readonly whole: boolean;
}

interface Asked {
  readonly target: number;
  readonly published: boolean;
  readonly questions: Map<number, Question>;
}

/** The system as an outsider meets it: what is withheld so far, and what can be worked out from the rest. */
export class Attack {
  readonly #counts: readonly Count[];
  readonly #profile: Profile;
  readonly #graph: CountGraph;
  readonly #primary: readonly boolean[];
  readonly #withheld: boolean[];
  /** Small counts labelled as secondary, so that the label does not bound them. */
  readonly #blurred: boolean[];
  readonly #alternatives = new Alternatives();
  /** How many counts near one are looked at; more only when these do not let it move. */
  #sizes: readonly number[] = near;
  /** What was last asked, by size: the other direction is asked next, while nothing has changed. */
  #asked: Asked = { target: -1, published: false, questions: new Map() };

  constructor(system: CountSystem, profile: Profile) {
    const { counts } = system;
    this.#counts = counts;
    this.#profile = profile;
    this.#graph = countGraph(system);
    const place = new Map(counts.map((count, index) => [count.id, index]));
    this.#primary = counts.map((count) => isPrimary(count, counts[place.get(count.of ?? "") ?? -1], profile));
    this.#blurred = counts.map(() => false);
    // What nobody prints is unknown until it is worked out.
    this.#withheld = counts.map(
      (count, index) => count.printedAt.length === 0 || this.#primary[index]! || count.again === true,
    );
  }

  /** Whether counts far from one are looked at, where nothing near lets it move. */
  look(how: "near" | "far"): void {
    this.#sizes = how === "near" ? near : far;
  }

  withhold(index: number): void {
    this.#set(index, true);
  }

  /** What was asked before holds no longer. */
  #set(index: number, withheld: boolean): void {
    this.#withheld[index] = withheld;
    this.#asked = { ...this.#asked, target: -1 };
  }

  /** Whether a count must be protected: everything withheld, and small counts to be had by subtraction. */
  matters(index: number): boolean {
    return this.#withheld[index]! && (this.#isPrinted(index) || isSmall(this.#counts[index]!, this.#profile));
  }

  /** By how many people a count is to stay open, its true value not counted. */
  get opening(): number {
    return Math.min(this.#profile.feasibleValues, Math.max(1, this.#profile.threshold - 1)) - 1;
  }

  /** By how many people it is known to be open below and above its value. */
  openness(index: number): [number, number] {
    const [down, up] = this.#alternatives.rangeOf(index);
    return [Math.floor(-down + rounding), Math.floor(up + rounding)];
  }

  isOpen(index: number): boolean {
    const [down, up] = this.openness(index);
    return down + up >= this.opening;
  }

  /**
   * The cheapest way for a count to move so far in one direction, among the counts near it.
   *
   * @param published whether published counts may be taken into account, to be withheld for it
   * @returns null when it cannot move further than it is known to
   */
  wayOf(target: number, direction: 1 | -1, reach: number, published: boolean): Way | null {
    const known = this.openness(target)[direction > 0 ? 1 : 0];
    let found: Way | null = null;
    for (const size of this.#sizes) {
      const question = this.#questionOf(target, published, size);
      const way = this.#answer(question, target, direction, reach);
      if (way !== null && Math.floor(way.moved + rounding) > Math.max(known, Math.floor(found?.moved ?? 0)))
        found = way;
      if (question.whole || (found !== null && found.moved > reach - rounding)) break;
    }
    return found;
  }

  /** Takes a way: what it needs is withheld, and what it shows to be open is known. */
  take({ pattern, alternative }: Way): void {
    for (const index of pattern) this.withhold(index);
    this.#alternatives.add(alternative);
  }

  /**
   * Takes the primary label off a count that nothing else can protect: its own first, then off the largest near it.
   *
   * @param many of how many near it
   * @returns false when there is no such label left
   */
  blurNear(target: number, many: number): boolean {
    const { members } = neighbourhood(this.#graph, target, (index) => this.#distance(index, false), widest);
    const labelled = members.filter((index) => this.#primary[index]! && !this.#blurred[index]!);
    const largest = labelled.sort((a, b) => this.#counts[b]!.value - this.#counts[a]!.value || a - b);
    const next = labelled.includes(target) ? [target] : largest.slice(0, many);
    for (const index of next) this.#blurred[index] = true;
    this.#asked = { ...this.#asked, target: -1 };
    return next.length > 0;
  }

  /**
   * Publishes a count withheld for others if everything stays protected without it.
   *
   * @param exposed counts nothing can protect
   */
  publishUnlessNeeded(index: number, exposed: ReadonlySet<number>): void {
    this.#set(index, false);
    if (this.#graph.relationsOf[index]!.some((relation) => this.#givesAway(relation, exposed))) {
      this.#set(index, true);
      return;
    }
    const { closed, moved } = this.#alternatives.close(index);
    for (const each of moved) {
      if (!this.matters(each) || exposed.has(each) || this.#openAgain(each)) continue;
      this.#set(index, true);
      this.#alternatives.open(closed);
      return;
    }
  }

  /** Printed counts that are withheld to protect others, the dearest first. */
  secondary(): number[] {
    const forOthers = (index: number) => !this.#primary[index]! && this.#counts[index]!.again !== true;
    return this.indices((index) => this.#withheld[index]! && forOthers(index) && this.#isPrinted(index)).sort(
      (a, b) => this.#cost(b) - this.#cost(a) || a - b,
    );
  }

  labels(): Map<string, "primary" | "secondary"> {
    const withheld = this.indices((index) => this.#withheld[index]! && this.#isPrinted(index));
    return new Map(
      withheld.map((index) => [
        this.#counts[index]!.id,
        this.#primary[index]! && !this.#blurred[index]! ? "primary" : "secondary",
      ]),
    );
  }

  indices(where: (index: number) => boolean): number[] {
    return this.#counts.map((_, index) => index).filter(where);
  }

  /** Whether a relation has one unknown left, and that one matters. */
  #givesAway(relation: number, exposed: ReadonlySet<number>): boolean {
    const unknown = this.#graph.relations[relation]!.filter(({ index }) => this.#withheld[index]!);
    return unknown.length === 1 && this.matters(unknown[0]!.index) && !exposed.has(unknown[0]!.index);
  }

  /** Whether a count is open without anything more being withheld; what shows it is kept. */
  #openAgain(index: number): boolean {
    for (const direction of [1, -1] as const) {
      if (this.isOpen(index)) return true;
      const way = this.wayOf(index, direction, this.opening, false);
      if (way !== null) this.take(way);
    }
    return this.isOpen(index);
  }

  #questionOf(target: number, published: boolean, size: number): Question {
    if (this.#asked.target !== target || this.#asked.published !== published)
      this.#asked = { target, published, questions: new Map() };
    const asked = this.#asked.questions.get(size);
    if (asked !== undefined) return asked;
    const near = neighbourhood(this.#graph, target, (index) => this.#distance(index, published), size);
    const question = this.#ask(near, target);
    this.#asked.questions.set(size, question);
    return question;
  }

  /** The linear programme of a neighbourhood. */
  #ask({ members, relations, whole }: Neighbourhood, target: number): Question {
    const free = this.#movable(members, relations);
    const columns: Column[] = [];
    const lower: number[] = [];
    const upper: number[] = [];
    let place = -1;
    for (const index of free) {
      const [down, up] = this.#bounds(index);
      if (index === target) place = columns.length;
      if (index === target || this.#withheld[index]) {
        columns.push({ index, turned: 1, cost: 0 });
        lower.push(down);
        upper.push(up);
      } else {
        // A published count enters once for each way it could move, so that moving either way costs.
        const cost = this.#cost(index);
        columns.push({ index, turned: 1, cost }, { index, turned: -1, cost });
        lower.push(0, 0);
        upper.push(up, -down);
      }
    }
    const reduced = reducedRelations(this.#rowsOf(columns, relations), columns.length);
    return { columns, reduced, lower, upper, place, whole };
  }

  /** Relations over columns, without those that none of them is in. */
  #rowsOf(columns: readonly Column[], relations: readonly number[]): SparseRow[] {
    const first = new Map<number, number>();
    for (const [j, { index }] of columns.entries()) if (!first.has(index)) first.set(index, j);
    return relations.flatMap((relation) => {
      const row: SparseRow = { unknowns: [], factors: [] };
      for (const { index, sign } of this.#graph.relations[relation]!)
        for (let j = first.get(index) ?? columns.length; columns[j]?.index === index; j++) {
          row.unknowns.push(j);
          row.factors.push(sign * columns[j]!.turned);
        }
      return row.unknowns.length === 0 ? [] : [row];
    });
  }

  #answer({ columns, reduced, ...bounds }: Question, target: number, direction: 1 | -1, reach: number): Way | null {
    const { place } = bounds;
    if (place < 0) return null;
    const [lower, upper] = [[...bounds.lower], [...bounds.upper]];
    const weights = columns.map(({ cost }) => -cost);
    lower[place] = direction > 0 ? 0 : Math.max(lower[place]!, -reach);
    upper[place] = direction > 0 ? Math.min(upper[place]!, reach) : 0;
    weights[place] = direction * worth;
    const found = maximiseReduced(reduced, { lower, upper }, weights);
    if (found === null) return null;
    const departures = new Map<number, number>();
    for (let j = 0; j < columns.length; j++) {
      if (Math.abs(found[j]!) <= rounding) continue;
      const { index, turned } = columns[j]!;
      departures.set(index, (departures.get(index) ?? 0) + turned * found[j]!);
    }
    return this.#wayFrom(departures, target);
  }

  /** What was found, if it holds: a solver in floating point is not taken at its word. */
  #wayFrom(departures: ReadonlyMap<number, number>, target: number): Way | null {
    const moved = Math.abs(departures.get(target) ?? 0);
    const alternative = [...departures]
      .filter(([, departure]) => Math.abs(departure) > rounding)
      .map(([index, departure]) => ({ index, departure }));
    const within = alternative.every(({ index, departure }) => {
      const [down, up] = this.#bounds(index);
      return departure >= down - tolerance && departure <= up + tolerance;
    });
    const touched = new Set(alternative.flatMap(({ index }) => this.#graph.relationsOf[index]!));
    const balanced = [...touched].every((relation) => {
      const sum = this.#graph.relations[relation]!.reduce(
        (all, { index, sign }) => all + sign * (departures.get(index) ?? 0),
        0,
      );
      return Math.abs(sum) < tolerance;
    });
    if (moved === 0 || !within || !balanced) return null;
    const pattern = alternative.map(({ index }) => index).filter((index) => !this.#withheld[index]);
    return { moved, pattern, alternative, cost: pattern.reduce((all, index) => all + this.#cost(index), 0) };
  }

  /** Members that are not held in place by a relation in which nothing else can move. */
  #movable(members: readonly number[], relations: readonly number[]): number[] {
    const free = new Set(members);
    const open = new Map(
      relations.map((relation) => [
        relation,
        this.#graph.relations[relation]!.reduce((sum, { index }) => sum + Number(free.has(index)), 0),
      ]),
    );
    const alone = relations.filter((relation) => open.get(relation) === 1);
    for (const relation of alone) {
      const stuck = this.#graph.relations[relation]!.find(({ index }) => free.has(index));
      if (stuck === undefined) continue;
      free.delete(stuck.index);
      for (const other of this.#graph.relationsOf[stuck.index]!) {
        open.set(other, open.get(other)! - 1);
        if (open.get(other) === 1) alone.push(other);
      }
    }
    return members.filter((index) => free.has(index));
  }

  /** How far a count could lie from its value for someone who knows the rule and the label it has or would get. */
  #bounds(index: number): [number, number] {
    const { value } = this.#counts[index]!;
    const { threshold } = this.#profile;
    if (this.#blurred[index]!) return [-value, Number.POSITIVE_INFINITY];
    if (this.#primary[index]! && value < threshold) return [Math.min(0, 1 - value), threshold - 1 - value];
    const least = this.#primary[index]! || !this.#isPrinted(index) || value < threshold ? 0 : threshold;
    return [least - value, Number.POSITIVE_INFINITY];
  }

  /** Details before what pages stand on, parts before totals, small before large, anything before a zero. */
  #cost(index: number): number {
    const { need, value } = this.#counts[index]!;
    const ofTotal = this.#graph.isTotal[index] ? 3 : 1;
    return [1, 5, 50, 500][need]! * ofTotal * (value === 0 ? 3 : 1) + Math.min(0.9, value / 10_000);
  }

  #distance(index: number, published: boolean): number {
    if (this.#counts[index]!.known) return Number.POSITIVE_INFINITY;
    if (!this.#isPrinted(index)) return 0;
    if (this.#withheld[index]) return 1;
    return published ? 1 + Math.ceil(Math.log2(1 + this.#cost(index))) : Number.POSITIVE_INFINITY;
  }

  #isPrinted(index: number): boolean {
    return this.#counts[index]!.printedAt.length > 0;
  }
}

const widest = 240;
const near = [24, 80, widest] as const;
/** Takes seconds a question: for what nothing nearer lets move. */
const far = [600] as const;

/** Letting the target move is worth more than any pattern costs. */
const worth = 1e5;

/** Bounds are found in floating point; a range of 2.999999999 holds three whole numbers. */
const rounding = 1e-6;
const tolerance = 1e-5;

function isSmall({ value, sensitive }: Count, { threshold }: Profile): boolean {
  return sensitive && value > 0 && value < threshold;
}

function isPrimary(count: Count, group: Count | undefined, profile: Profile): boolean {
  if (count.known || count.printedAt.length === 0) return false;
  if (isSmall(count, profile)) return true;
  if (!count.sensitive || group === undefined || profile.allOrNone === "never") return false;
  const everyoneOrNobody = group.value > 0 && (count.value === 0 || count.value === group.value);
  return everyoneOrNobody && (profile.allOrNone === "always" || group.value < profile.minimumDenominator);
}
