import { countName, type Results, resultKey, type SafetyItem } from "@likewise/schema";
import { isVerdict } from "../safety-verdict.ts";
import { outcomeNames, windowNames } from "./count-names.ts";
import type { CountId, Reader } from "./readings.ts";

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
    const names = safetyNames(item);
    // Both time points stand on the people asked at both: all but a few of them would say nothing without their number.
    const need = isVerdict(item) ? 3 : item.before === null ? 1 : 2;
    const ofEvents = isVerdict(item) ? 3 : 1;
    const known = item.before?.without !== undefined;
    const people = read.count(at("denominator"), item.denominator, { same: names.people, need, known });
    const events = read.count(at("numerator"), item.numerator, { same: names.events, need: ofEvents });
    const unknown = read.count(at("unknown"), item.unknown, { same: names.unknown, need: 0 });
    read.among(events, people);
    if (item.bounds != null) read.derive([at("bounds/0"), at("bounds/1")], [events, people, unknown], { people });
    read.derive([at("value"), at("interval/0"), at("interval/1")], [events, people], { people });
    readPairs(item, [people, unknown], read);
    if (item.before === null) continue;
    const peopleBefore = read.count(at("before/denominator"), item.before.denominator, { same: names.people, known });
    const { without } = item.before;
    const eventsBefore = read.count(at("before/numerator"), item.before.numerator, { need: known ? 0 : ofEvents });
    read.among(eventsBefore, peopleBefore);
    if (without !== undefined)
      read.sum(peopleBefore, [eventsBefore, read.count(at("before/without"), without, { need: 0 })]);
    read.derive([at("before/value"), at("before/interval/0"), at("before/interval/1")], [eventsBefore, peopleBefore], {
      people: peopleBefore,
    });
  }
  for (const item of safety) readNestedAccounts(item, safety, read);
}

/** Every kind of abuse is known or unknown of the same pairs, reporter by reporter. */
function readPairs({ id, reporter, denominator, unknown }: SafetyItem, parts: readonly CountId[], read: Reader): void {
  if (reporter === null || !id.startsWith(`abuse-${reporter}-`)) return;
  if (typeof denominator !== "number" || typeof unknown !== "number") return;
  const pairs = denominator + unknown;
  read.sum(read.unprinted(countName("pairs of an account", { reporter }), pairs), parts);
}

/**
 * By one reporter, the pairs of whom it is known whether abuse was over by exit are among the pairs with abuse before, and
 * those with abuse still are among the pairs with abuse now; the pairs with abuse before are among all who had it at the
 * start, known or unknown later. Either number is a bound for the other.
 */
function readNestedAccounts(item: SafetyItem, safety: readonly SafetyItem[], read: Reader): void {
  const cessation = safety.find(({ id }) => id === `cessation-${item.reporter}`);
  if (item.id !== `abuse-${item.reporter}-any` || cessation === undefined) return;
  const printed = (of: SafetyItem, part: string) => read.printed(`safety/${resultKey(of.id)}/${part}`);
  const [known, over] = [printed(cessation, "denominator"), printed(cessation, "numerator")];
  const before = printed(item, "before/numerator");
  read.rest(before, [known]);
  if (typeof cessation.denominator === "number" && typeof cessation.unknown === "number") {
    const all = cessation.denominator + cessation.unknown;
    const abused = read.unprinted(
      countName("abuse abused", { kind: "any", wave: "exit", reporter: item.reporter! }),
      all,
    );
    read.sum(abused, [known, printed(cessation, "unknown")]);
    read.rest(abused, [before]);
  }
  read.rest(printed(item, "numerator"), [read.rest(known, [over])]);
}

/** The same pairs by the names tables have for them; before and now are told of the same people. */
function safetyNames({ id, reporter }: SafetyItem): { people: string; events: string[]; unknown: string[] } {
  if (reporter === null || id !== `cessation-${reporter}`) {
    return { people: countName("safety item", { id }), events: [], unknown: [] };
  }
  const name = (what: string) => countName(`abuse ${what}`, { kind: "any", wave: "exit", reporter });
  return { people: name("known"), events: [name("ceased")], unknown: [name("unknown")] };
}
