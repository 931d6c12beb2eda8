import {
  booleanColumn,
  type CategoryColumn,
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  parseIsoDate,
  textColumn,
} from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { domesticCrimes, otherCrimes } from "../model/offences.ts";
import { personByRate } from "./person-by-rate.ts";

export interface PopulationOptions {
  readonly seed: number;
  readonly people: number;
  /** Over all people; their mean is `events / people` each, in six years. */
  readonly events: number;
  /** Of the gamma distribution of individual rates (mean 1); 0.8 when left out. */
  readonly shape?: number;
  /** Most rows of one part; 500,000 when left out. Another number makes another population. */
  readonly rowsPerPart?: number;
}

/** People and what the police recorded of them, part by part: the whole of it is never in memory. */
export interface SimulatedPopulation {
  readonly synthetic: true;
  /** First and last day of the record. */
  readonly record: readonly [first: number, last: number];
  /** `person`, `birth_year` and `index_date`, in order of id. */
  readonly people: () => Generator<Columns, void>;
  /**
   * `person`, `event_date`, `code`, `domestic`, `crime`, `breach`, `role` and `proven_date`, in order of day as an extract
   * is, so that the rows of one person lie apart.
   */
  readonly events: () => Generator<Columns, void>;
}

/** Six years, so that two years before and two years after every index date were recorded. */
const [firstDay, firstIndex, lastIndex, lastDay] = ["2019-01-01", "2021-01-01", "2022-12-31", "2024-12-31"].map(
  (text) => parseIsoDate(text)!,
) as [number, number, number, number];

/**
 * A population of any size with a police record, from a seed: to time a study with, and to compare ways of counting.
 *
 * Every person has a rate of their own (gamma), and each event happens to a person with a chance in proportion to it, so
 * counts are gamma–Poisson given how many there are in all. There is no programme in it and no effect of one:
 * `simulateProgramme` has both. Ids begin with SYN; `synthetic` says the rest.
 *
 * @returns the same parts for the same options, each time they are asked for
 * @throws RangeError when a number is out of range
 * @example
 * const { events } = simulatePopulation({ seed: 1, people: 100, events: 1000, rowsPerPart: 300 });
 * Array.from(events(), (part) => part.numRows); // [300, 300, 300, 100]
 */
export function simulatePopulation(options: PopulationOptions): SimulatedPopulation {
  const { seed, people, events, shape = 0.8, rowsPerPart = 500_000 } = options;
  for (const [name, value] of Object.entries({ people, rowsPerPart })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new RangeError(`simulatePopulation: ${name} must be a whole number from 1, got ${value}`);
    }
  }
  if (!(Number.isInteger(events) && events >= 0)) {
    throw new RangeError(`simulatePopulation: events must be a whole number from 0, got ${events}`);
  }
  const root = randomStream(seed).split("population");
  const digits = String(people).length;
  const idOf = (person: number) => `SYN${String(person + 1).padStart(digits, "0")}`;
  const parts = (rows: number) => Array.from({ length: Math.ceil(rows / rowsPerPart) }, (_, part) => part);
  const sizeOf = (part: number, rows: number) => Math.min(rowsPerPart, rows - part * rowsPerPart);

  return {
    synthetic: true,
    record: [firstDay, lastDay],
    people: function* () {
      for (const part of parts(people)) yield peoplePart(part * rowsPerPart, sizeOf(part, people));
    },
    events: function* () {
      const ids = Array.from({ length: people }, (_, person) => idOf(person));
      const rates = root.split("rates");
      const draw = personByRate(Float64Array.from({ length: people }, () => rates.gamma(shape)));
      for (const part of parts(events)) yield eventsPart(part, sizeOf(part, events), ids, draw);
    },
  };

  function peoplePart(first: number, rows: number): Columns {
    const stream = root.split(`people from ${first}`);
    return columnsOf({
      person: textColumn(Array.from({ length: rows }, (_, row) => idOf(first + row))),
      birth_year: integerColumn(Int32Array.from({ length: rows }, () => stream.integer(1950, 2000))),
      index_date: dateColumn(Int32Array.from({ length: rows }, () => stream.integer(firstIndex, lastIndex))),
    });
  }

  /** Parts follow each other in time, each with its share of the days of the record. */
  function eventsPart(part: number, rows: number, ids: readonly string[], draw: (uniform: number) => number): Columns {
    const stream = root.split(`events ${part}`);
    const dayOf = (event: number) => firstDay + Math.floor(((lastDay + 1 - firstDay) * event) / events);
    const day = Int32Array.from({ length: rows }, (_, row) => dayOf(part * rowsPerPart + row));
    const person = new Array<string>(rows);
    const code = new Int32Array(rows);
    const [coded, domestic, crime, breach, proven] = Array.from({ length: 5 }, () => new Uint8Array(rows)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const role = new Int32Array(rows);
    const provenDay = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      person[row] = ids[draw(stream.uniform())]!;
      domestic[row] = Number(stream.bernoulli(0.5));
      const kind = domestic[row] === 1 ? domesticKinds : otherKinds;
      crime[row] = Number(stream.bernoulli(kind.crimeShare));
      breach[row] = 1 - Math.max(crime[row]!, domestic[row]!);
      if (crime[row] === 1) {
        code[row] = kind.codeAt(stream.uniform());
        coded[row] = 1;
        provenDay[row] = stream.bernoulli(0.3) ? day[row]! + stream.integer(30, 480) : lastDay + 1;
        proven[row] = Number(provenDay[row]! <= lastDay);
      }
      role[row] = stream.bernoulli(0.03) ? victim : proven[row] === 1 ? offender : suspect;
    }
    return columnsOf({
      person: textColumn(person),
      event_date: dateColumn(day),
      code: { type: "category", levels: codes, values: code, valid: coded },
      domestic: booleanColumn(domestic),
      crime: booleanColumn(crime),
      breach: booleanColumn(breach),
      role: { type: "category", levels: roles, values: role, valid: null },
      proven_date: dateColumn(provenDay, proven),
    });
  }
}

const { levels: codes }: CategoryColumn = categoryColumn([...domesticCrimes, ...otherCrimes].map(({ code }) => code));
const { levels: roles }: CategoryColumn = categoryColumn(["suspect", "offender", "victim"]);
const [suspect, offender, victim] = ["suspect", "offender", "victim"].map((role) => roles.indexOf(role)) as [
  number,
  number,
  number,
];

const domesticKinds = { crimeShare: 0.75, codeAt: codePicker(domesticCrimes) };
const otherKinds = { crimeShare: 0.9, codeAt: codePicker(otherCrimes) };

/** The code that stands at a place from 0 to 1 among offences laid end to end by how often they happen. */
function codePicker(offences: typeof domesticCrimes): (uniform: number) => number {
  const at = offences.map(({ code }) => codes.indexOf(code!));
  return (uniform) => {
    let left = uniform;
    for (let i = 0; i < offences.length; i++) {
      left -= offences[i]!.weight;
      if (left < 0) return at[i]!;
    }
    return at.at(-1)!;
  };
}
