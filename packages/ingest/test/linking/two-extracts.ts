import { type RandomStream, randomStream } from "@likewise/stats";

/** Two extracts about overlapping people, none of whom exists, and who each row is about. */
export interface TwoExtracts {
  /** CSV with a Ref. */
  readonly people: string;
  /** CSV without one. */
  readonly events: string;
  /** Ref of each row of events; null where the person is not in people. */
  readonly truth: readonly (string | null)[];
}

interface Person {
  readonly forename: string;
  readonly surname: string;
  readonly born: string;
  readonly postcode: string;
  readonly sex: string;
}

/** How hard the invented people are to tell apart. */
export interface World {
  /** Households and twins; without them everybody is drawn independently of everybody else. */
  readonly relatives: boolean;
  readonly forenames: number;
  readonly surnames: number;
  /** Years people were born in. */
  readonly years: number;
}

/**
 * Invents a population of households and draws two extracts from it.
 *
 * Households share a surname and a postcode, one in forty of two or more has twins, who share a date of birth too, and names are as
 * unequal as names are. Half the population is in `people`, half, drawn anew, in `events`; the second writing of a person
 * has misprints, nicknames, changed surnames, moves, swapped and mistyped dates, missing cells and miscoded sex.
 */
export function twoExtracts(seed: number, size: number, world: World): TwoExtracts {
  const stream = randomStream(seed);
  const population = households(stream.split("population"), size, world);
  const inPeople = population.map(() => stream.bernoulli(0.5));
  const inEvents = population.map(() => stream.bernoulli(0.5));
  const mistakes = stream.split("mistakes");
  const people = population.flatMap((person, at) => (inPeople[at] ? [[`P${at}`, ...cells(person)].join(",")] : []));
  const drawn = stream.shuffle([...population.keys()].filter((at) => inEvents[at]));
  const events = drawn.map((at) => [...cells(misrecorded(mistakes, population[at]!)), "2024-01-05"].join(","));
  return {
    people: [`Ref,${header}`, ...people].join("\n"),
    events: [`${header},Date`, ...events].join("\n"),
    truth: drawn.map((at) => (inPeople[at] ? `P${at}` : null)),
  };
}

const header = "Forename,Surname,Born,Postcode,Sex";

function cells({ forename, surname, born, postcode, sex }: Person): string[] {
  return [forename, surname, born, postcode, sex];
}

function households(stream: RandomStream, size: number, { relatives, ...world }: World): Person[] {
  const names = { F: namePool(stream, world.forenames), M: namePool(stream, world.forenames) };
  const surnames = namePool(stream, world.surnames);
  const people: Person[] = [];
  while (people.length < size) {
    const surname = common(stream, surnames);
    const postcode = postcodeOf(stream);
    const members = relatives ? stream.integer(1, 4) : 1;
    const twins = members >= 2 && stream.bernoulli(1 / 40);
    const taken = new Set<string>();
    for (let member = 0; member < members; member++) {
      const sex = stream.bernoulli(0.5) ? "F" : "M";
      const born = twins && member === 1 ? people.at(-1)!.born : bornOn(stream, world.years);
      let forename = common(stream, names[sex]);
      // Parents do not give two children one name; one family in a hundred names a son after his father.
      while (taken.has(forename) && !stream.bernoulli(0.01)) forename = common(stream, names[sex]);
      taken.add(forename);
      people.push({ forename, surname, born, postcode, sex });
    }
  }
  return people;
}

/** The second writing of a person. */
function misrecorded(stream: RandomStream, person: Person): Person {
  const { forename, surname, born, postcode, sex } = person;
  const [year, month, day] = born.split("-") as [string, string, string];
  const otherDay = String(stream.integer(1, 28)).padStart(2, "0");
  return {
    forename: oneOf(stream, [
      [0.05, () => misspelt(stream, forename)],
      [0.03, () => forename.slice(0, 3)],
      [0.01, () => ""],
      [0.91, () => forename.toUpperCase()],
    ]),
    surname: oneOf(stream, [
      [0.05, () => misspelt(stream, surname)],
      [0.03, () => syllables(stream)],
      [0.92, () => surname],
    ]),
    born: oneOf(stream, [
      [0.02, () => (Number(day) <= 12 ? `${year}-${day}-${month}` : born)],
      [0.03, () => `${year}-${month}-${otherDay}`],
      [0.03, () => ""],
      [0.92, () => born],
    ]),
    postcode: oneOf(stream, [
      [0.12, () => postcodeOf(stream)],
      [0.04, () => postcode.slice(0, -3) + postcodeOf(stream).slice(-3)],
      [0.05, () => ""],
      [0.79, () => postcode],
    ]),
    sex: oneOf(stream, [
      [0.01, () => (sex === "F" ? "M" : "F")],
      [0.02, () => "unknown"],
      [0.97, () => sex],
    ]),
  };
}

function oneOf(stream: RandomStream, choices: readonly (readonly [number, () => string])[]): string {
  return stream.choice(
    choices,
    choices.map(([chance]) => chance),
  )[1]();
}

/** One letter dropped, doubled, or changed places with the next. */
function misspelt(stream: RandomStream, name: string): string {
  const at = stream.integer(1, name.length - 2);
  const kind = stream.integer(0, 2);
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1);
  if (kind === 1) return name.slice(0, at) + name[at]! + name.slice(at);
  return name.slice(0, at) + name[at + 1]! + name[at]! + name.slice(at + 2);
}

function namePool(stream: RandomStream, size: number): string[] {
  const names = new Set<string>();
  while (names.size < size) names.add(syllables(stream));
  return [...names];
}

const starts = ["B", "Br", "C", "Ch", "D", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "Sh", "T", "Th", "W"];
const middles = ["a", "e", "i", "o", "u", "ai", "ee", "ou"];
const ends = ["ll", "n", "r", "s", "tt", "m", "rd", "ck", "nd", "x", "ne", "by"];

function syllables(stream: RandomStream): string {
  const second = stream.bernoulli(0.6) ? stream.choice(starts).toLowerCase() + stream.choice(middles) : "";
  return stream.choice(starts) + stream.choice(middles) + second + stream.choice(ends);
}

/** The first names are the commonest: one of the first tenth has a third of the people. */
function common(stream: RandomStream, names: readonly string[]): string {
  return names[Math.floor(names.length * stream.uniform() ** 2.1)]!;
}

function bornOn(stream: RandomStream, years: number): string {
  const [month, day] = [stream.integer(1, 12), stream.integer(1, 28)];
  return `${stream.integer(1950, 1949 + years)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function postcodeOf(stream: RandomStream): string {
  const letters = () => stream.choice([..."ABDEFGHJLNPQRSTUWXYZ"]);
  return `${stream.choice(["LS", "BD", "HX", "WF"])}${stream.integer(1, 20)} ${stream.integer(1, 9)}${letters()}${letters()}`;
}
