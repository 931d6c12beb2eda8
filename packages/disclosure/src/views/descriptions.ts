import { type Results, resultKey } from "@likewise/schema";
import { outcomeNames, windowNames } from "./count-names.ts";
import type { Reader } from "./readings.ts";

/** Six-month blocks around the index date: people with an event, their share, events and rates. */
export function readBlocks({ blocks }: Results, read: Reader): void {
  for (const [index, block] of blocks.entries()) {
    const at = (part: string) => `blocks/${index}/${part}`;
    const { group, window, outcome } = block;
    const names = windowNames(outcome, group, window);
    // Over the window of the outcome itself, everyone in the blocks is everyone observed for it, unless they were matched.
    const everyone = outcomeNames(outcome, group);
    const own = read.exactly.get(everyone.of) === block.atRisk && read.exactly.get(everyone.having) === block.withEvent;
    const atRisk = read.count(at("atRisk"), block.atRisk, { same: own ? [names.of, everyone.of] : names.of });
    const withEvent = read.count(at("withEvent"), block.withEvent, {
      same: own ? [names.having, everyone.having] : names.having,
    });
    const events = read.count(at("events"), block.events);
    read.among(withEvent, atRisk);
    read.derive([at("share"), at("interval/0"), at("interval/1")], [withEvent, atRisk], { people: atRisk });
    read.derive([at("ratePerYear")], [withEvent, events], { people: atRisk });
    read.derive([at("personYears"), at("allTimeYears")], [atRisk]);
  }
}

/** Safety of victim-survivors and children: a description, numerator by numerator. */
export function readSafety({ safety }: Results, read: Reader): void {
  for (const item of safety) {
    const at = (part: string) => `safety/${resultKey(item.id)}/${part}`;
    const people = read.count(at("denominator"), item.denominator);
    const events = read.count(at("numerator"), item.numerator);
    const unknown = read.count(at("unknown"), item.unknown, { need: 0 });
    read.among(events, people);
    if (item.bounds != null) read.derive([at("bounds/0"), at("bounds/1")], [events, people, unknown], { people });
    read.derive([at("value"), at("interval/0"), at("interval/1")], [events, people], { people });
    if (item.before === null) continue;
    const peopleBefore = read.count(at("before/denominator"), item.before.denominator);
    const eventsBefore = read.count(at("before/numerator"), item.before.numerator);
    read.among(eventsBefore, peopleBefore);
    read.derive([at("before/value"), at("before/interval/0"), at("before/interval/1")], [eventsBefore, peopleBefore], {
      people: peopleBefore,
    });
  }
}
