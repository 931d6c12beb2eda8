import { formatMeasured, formatNumber, formatP, formatPer100, formatRatio } from "@likewise/report";
import { type Results, resultLeaves } from "@likewise/schema";
import { aligned } from "./aligned.ts";
import { type NumberedText, numbersOf, sentencesOf } from "./page-numbers.ts";

/** What a printed number was found to be. */
export type NumberOrigin = "number" | "text" | "derived" | "bound" | "scale" | "written" | "untraced" | "unmatched";

export interface TracedNumber {
  readonly number: string;
  readonly place: NumberedText;
  readonly origin: NumberOrigin;
  /** The first key of the results it may be of. */
  readonly key: string | null;
  /** As written in each document; null where the text has no counterpart. */
  readonly tokens: readonly (string | null)[];
}

/** A number that pages work out of several, by what is written in each document of results. */
export interface Derived {
  readonly name: string;
  readonly values: (results: Results) => readonly number[];
}

/**
 * Traces every number of a page, rendered once from results and again from the same results with other numbers.
 *
 * @param documents the results, then the same with other numbers
 * @param derived   what pages work out of several numbers
 * @param written   texts of the pages that hold a number, reviewed
 */
export function numberTracer(
  documents: readonly Results[],
  derived: readonly Derived[],
  written: readonly RegExp[],
): (pages: readonly (readonly NumberedText[])[]) => TracedNumber[] {
  const leaves = documents.map((document) => resultLeaves(document));
  const tuples = new Map<string, string>();
  /** For each document, the leaves that may be written so. */
  const byToken = documents.map(() => new Map<string, Set<number>>());
  const texts = new Set<string>();
  leaves[0]!.forEach(({ key, value }, place) => {
    for (const text of [key, value])
      if (typeof text === "string")
        for (const one of spoken(text).flatMap((said) => [said, ...sentencesOf(said)])) texts.add(one);
    const values = leaves.map((list) => list[place]!.value);
    if (typeof value === "number") addNumber(values as number[], key, place);
    else if (typeof value === "string") addText(values as string[], key);
    addText(
      leaves.map((list) => list[place]!.key),
      key,
    );
  });
  /** Of what pages work out, which may come out alike whatever the numbers. */
  const countedTuples = new Map<string, string>();
  for (const { name, values } of derived) {
    const lists = documents.map(values);
    lists[0]!.forEach((_, nth) => {
      for (const form of forms) {
        const tokens = lists.map((list) => form(list[nth]!));
        add(tokens, `derived: ${name}`);
        countedTuples.set(tokens.join(" "), `derived: ${name}`);
      }
    });
  }
  const labels = new Map<string, string[]>();
  for (const text of texts)
    for (const token of new Set(numbersOf(text))) {
      const own = labels.get(token);
      if (own === undefined) labels.set(token, [text]);
      else own.push(text);
    }
  const memo = new Map<string, boolean>();
  const keyText = leaves[0]!.map(({ key }) => key).join("\n");
  const allText = leaves[0]!.flatMap(({ value }) => (typeof value === "string" ? [value] : [])).join("\n");
  const levels = new Set(
    leaves[0]!.flatMap(({ value }) => (typeof value === "string" && /^\d{1,3}$/.test(value) ? [value] : [])),
  );
  return (pages) => {
    const [first, ...others] = pages as [readonly NumberedText[], ...NumberedText[][]];
    const masks = first.map(({ mask }) => mask);
    const places = others.map((page) =>
      counterparts(
        masks,
        page.map(({ mask }) => mask),
      ),
    );
    const scales = scalesOf(first);
    const traced = first.flatMap((place, index) => {
      const found = others.map((page, round) => {
        const at = places[round]![index];
        return at == null ? null : page[at]!;
      });
      return place.numbers.map((number, nth) => {
        const tokens = [number, ...found.map((one) => one?.numbers[nth] ?? null)];
        const own = originOf(place, nth, tokens);
        const isOfScale = scales.has(index) && (own.key === null || own.origin === "bound");
        return { number, place, tokens, ...(isOfScale ? { origin: "scale" as const, key: null } : own) };
      });
    });
    // A line of a picture may break elsewhere with other numbers: the picture's name says the same.
    const said = new Set(
      traced.flatMap(({ number, place, key }) => (place.kind === "name" && key !== null ? [number] : [])),
    );
    return traced.map((one) =>
      one.place.kind === "picture" && one.tokens.slice(1, 3).every((token) => token === null) && said.has(one.number)
        ? { ...one, origin: "number" }
        : one,
    );
  };

  function add(tokens: readonly string[], key: string): void {
    // A pair by itself serves where a text reads otherwise in one of the documents.
    for (const one of new Set([
      tokens.join(" "),
      ...tokens.slice(1).map((token, round) => pairKey(tokens[0]!, token, round)),
    ]))
      if (!tuples.has(one)) tuples.set(one, key);
  }

  function addNumber(values: readonly number[], key: string, place: number): void {
    for (const form of forms) {
      const tokens = values.map(form);
      add(tokens, key);
      tokens.forEach((token, document) => {
        const own = byToken[document]!.get(token) ?? new Set();
        byToken[document]!.set(token, own.add(place));
      });
    }
  }

  function addText(values: readonly string[], key: string): void {
    const tokens = values.map(numbersOf);
    tokens[0]!.forEach((token, nth) => {
      const all = tokens.map((list) => list[nth] ?? "");
      if (all.some((one) => one !== token)) add(all, `text ${key}`);
    });
  }

  function originOf(
    place: NumberedText,
    nth: number,
    tokens: readonly (string | null)[],
  ): Pick<TracedNumber, "origin" | "key"> {
    const [number, ...others] = tokens as [string, ...(string | null)[]];
    const known = others.filter((token) => token !== null);
    const changes = known.some((token) => token !== number);
    if (changes) {
      const key = keyOf(tokens);
      if (key === null)
        return { origin: isWritten(place, spanOf(place.text, nth)) ? "written" : "untraced", key: null };
      return { origin: key.startsWith("derived") ? "derived" : key.startsWith("text") ? "text" : "number", key };
    }
    const span = spanOf(place.text, nth);
    if (isWritten(place, span)) return { origin: "written", key: null };
    if (isInText(place.text, span)) return { origin: "text", key: null };
    if ((place.kind === "head" || place.kind === "picture") && levels.has(place.text))
      return { origin: "text", key: null };
    // A count of things may come out alike.
    const counted = known.length === others.length ? countedTuples.get(tokens.join(" ")) : undefined;
    if (counted !== undefined) return { origin: "derived", key: counted };
    // Nobody and everybody are so in each of the documents.
    if (known.length > 0 && /^(?:0(?:\.0+)?|100\.0|1\.00)$/.test(number)) return { origin: "bound", key: null };
    return { origin: known.length === 0 ? "unmatched" : "untraced", key: null };
  }

  function keyOf(tokens: readonly (string | null)[]): string | null {
    const [number, ...others] = tokens as [string, ...(string | null)[]];
    if (!others.includes(null)) {
      const own = tuples.get(tokens.join(" ")) ?? mixed(tokens as string[]);
      if (own !== null) return own;
    }
    if (!others.slice(0, 2).includes(null)) {
      const own = tuples.get(tokens.slice(0, 3).join(" ")) ?? mixed(tokens.slice(0, 3) as string[]);
      if (own !== null) return own;
    }
    // Where the text reads otherwise in one of the documents, like texts may have been taken for each other.
    if (!others.includes(null)) return null;
    for (const [round, token] of others.entries()) {
      const own = token === null || token === number ? undefined : tuples.get(pairKey(number, token, round));
      if (own !== undefined) return own;
    }
    return null;
  }

  /** A key whose number may be written so in each document, if in several ways: decimals follow size. */
  function mixed(tokens: readonly string[]): string | null {
    const [own, ...others] = tokens.map((token, document) => byToken[document]!.get(token));
    if (own === undefined) return null;
    for (const place of own) if (others.every((places) => places?.has(place))) return leaves[0]![place]!.key;
    return null;
  }

  function isInText(text: string, [from, to]: readonly [number, number]): boolean {
    const key = `${from} ${text}`;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const [token] = numbersOf(text.slice(from, to)) as [string];
    const own = labels.get(token) ?? [];
    const bare = text.replace(/^[\s(“]+|[\s.,;:)”]+$/g, "");
    const word = wordAt(text, from);
    // Steps of a theory are numbered by the page.
    const numbered = from === 0 ? /^\d+ (.*[a-z].*)$/i.exec(bare)?.[1]?.replace(/: .*$/, "") : undefined;
    const is =
      (/[a-z/:]/i.test(word) && keyText.includes(word)) ||
      (numbered !== undefined && allText.includes(numbered)) ||
      own.some((label) => {
        if (/[a-z]/i.test(bare) && label.includes(bare)) return true;
        for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1))
          if (at <= from && at + label.length >= to) return true;
        return false;
      });
    memo.set(key, is);
    return is;
  }

  function isWritten({ text, heading }: NumberedText, [from, to]: readonly [number, number]): boolean {
    const inColumn = `${heading}: ${text}`;
    const shift = inColumn.length - text.length;
    const covers = (expression: RegExp, whole: string, by: number) =>
      [...whole.matchAll(expression)].some(
        ({ 0: found, index }) => index <= from + by && index + found.length >= to + by,
      );
    return written.some(
      (expression) => covers(expression, text, 0) || (heading !== "" && covers(expression, inColumn, shift)),
    );
  }
}

/** Where each text stands on another page: in the same order, or moved, where as many like it are left on both. */
function counterparts(from: readonly string[], to: readonly string[]): (number | null)[] {
  const places = aligned(from, to);
  const taken = new Set(places);
  const left = byMask(from, (index) => places[index] === null);
  const free = byMask(to, (index) => !taken.has(index));
  for (const [mask, moved] of left) {
    const others = free.get(mask);
    if (others?.length === moved.length) for (const [nth, index] of moved.entries()) places[index] = others[nth]!;
  }
  return places;
}

function byMask(masks: readonly string[], isLeft: (index: number) => boolean): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, mask] of masks.entries()) if (isLeft(index)) found.set(mask, [...(found.get(mask) ?? []), index]);
  return found;
}

/** Bare numbers in pictures that stand evenly apart, three or more in a row: the scale of an axis. */
function scalesOf(texts: readonly NumberedText[]): Set<number> {
  const found = new Set<number>();
  let run: { readonly place: number; readonly value: number }[] = [];
  for (let place = 0; place <= texts.length; place++) {
    const value = place < texts.length ? scaleValue(texts[place]!) : null;
    if (value !== null) run.push({ place, value });
    else {
      for (const one of ofScale(run)) found.add(one);
      run = [];
    }
  }
  return found;
}

function scaleValue({ kind, text }: NumberedText): number | null {
  if (kind !== "picture" || !/^[−-]?£?[\d,.]+[kM%]?$/.test(text)) return null;
  return Number(text.replace("−", "-").replace(/[£,kM%]/g, ""));
}

/** A box may be drawn over another with the same number in it. */
function ofScale(run: readonly { readonly place: number; readonly value: number }[]): number[] {
  const steps = run.filter(({ value }, index) => value !== run[index - 1]?.value);
  const values = new Set<number>();
  for (let index = 0; index + 2 < steps.length; index++) {
    const three = steps.slice(index, index + 3).map(({ value }) => value) as [number, number, number];
    if (isScale(three)) for (const value of three) values.add(value);
  }
  return run.filter(({ value }) => values.has(value)).map(({ place }) => place);
}

/** Even steps; or one digit each and rising, as on a scale of logarithms; or half-years before and after a day. */
function isScale(three: readonly [number, number, number]): boolean {
  const [first, second, third] = three;
  const step = second - first;
  if (step !== 0 && Math.abs(third - second - step) < 1e-9) return true;
  if (first < second && second < third && three.every((one) => /^[1-9]0*$|^0\.0*[1-9]$/.test(String(one)))) return true;
  return three.every((one) => one > 0 && one % 6 === 0);
}

/** The word a place of a text lies in, without marks around it. */
function wordAt(text: string, from: number): string {
  const start = text.lastIndexOf(" ", from) + 1;
  const end = text.indexOf(" ", from);
  return text.slice(start, end < 0 ? text.length : end).replace(/^[(“]+|[.,;:)”]+$/g, "");
}

function pairKey(number: string, token: string, round: number): string {
  return `${round}: ${number} ${token}`;
}

/** Where the nth number of a text stands. */
function spanOf(text: string, nth: number): readonly [number, number] {
  const found = [...text.matchAll(/\d(?:[\d,]*\d)?(?:\.\d+)?/g)][nth]!;
  return [found.index, found.index + found[0].length];
}

const months = "January February March April May June July August September October November December".split(" ");

/** A text of the results as pages may say it; a bare number says nothing. */
function spoken(text: string): string[] {
  if (!/\d/.test(text) || /^[\d.]{1,3}$/.test(text)) return [];
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (date === null) return [text];
  const [, year, month, day] = date;
  return [text, `${Number(day)} ${months[Number(month) - 1]} ${year}`];
}

/** Ways in which pages write a number: as it is or in every 100. */
const plainForms: readonly ((value: number) => string)[] = [
  ...[0, 1, 2, 3, 4, 6].map((decimals) => (value: number) => formatNumber(value, decimals)),
  formatMeasured,
  formatP,
  formatRatio,
  formatPer100,
  String,
  (value) => value.toPrecision(6),
  (value) => String(Number(value.toPrecision(6))),
  (value) => value.toFixed(Math.max(0, 5 - Math.floor(Math.log10(value || 1)))),
  (value) => formatNumber(100 * value, 0),
  (value) => formatMeasured(100 * value),
  (value) => String(Number((100 * value).toPrecision(12))),
  poundsOf,
  ...[1000, 1_000_000].flatMap((unit) =>
    [0, 1].map((decimals) => (value: number) => formatNumber(value / unit, decimals)),
  ),
];

const forms = plainForms.map((form) => (value: number) => numbersOf(form(Math.abs(value)))[0] ?? "");

/** Pounds to three digits, millions in words. */
function poundsOf(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded >= 1e6) return formatNumber(rounded / 1e6, rounded >= 1e8 ? 0 : 2);
  return formatNumber(rounded, rounded < 10 && rounded !== Math.round(rounded) ? 2 : 0);
}
