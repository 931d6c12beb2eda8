import type { Command } from "./command.ts";

interface Options {
  readonly list: string;
  readonly new?: boolean;
  readonly arms?: string;
  readonly ratio?: string;
  readonly strata?: string;
  readonly blocks?: string;
  readonly seed?: string;
  readonly person?: string;
  readonly stratum?: string;
  readonly to?: string;
}

/** A randomised allocation list: drawn once, kept from whoever enrols, and handed out one place at a time. */
export const allocate: Command<Options> = {
  name: "allocate",
  command: "allocate <list>",
  describe: "Draw a randomised allocation list, or take the next place of one",
  builder: (parser) =>
    parser
      .positional("list", {
        type: "string",
        describe: "the list's file; whoever enrols must not see it",
        demandOption: true,
      })
      .option("new", { type: "boolean", describe: "draw a new list" })
      .option("arms", { type: "string", describe: "with --new: arms, comma-separated" })
      .option("ratio", { type: "string", describe: "with --new: share of each arm (default: equal)" })
      .option("strata", { type: "string", describe: "with --new: places of each stratum, as north=30,south=20" })
      .option("blocks", {
        type: "string",
        describe: "with --new: sizes of block drawn from (default: twice and three times the ratio)",
      })
      .option("seed", {
        type: "string",
        describe: "with --new: seed, kept in the list; the same options draw the same list",
      })
      .option("person", { type: "string", describe: "take the next place for this person: a pseudonym, never a name" })
      .option("stratum", {
        type: "string",
        describe: "with --person: the stratum (may be left out where there is one)",
      })
      .option("to", {
        type: "string",
        describe: "the table of allocations that rows are added to (default: allocations.csv)",
      }),
  run: async (options, console) => {
    const { drawList, allocationStatus, takePlace } = await import("../allocation/allocate.ts");
    if (options.new === true) console.out(await drawList(options));
    else if (options.person !== undefined)
      console.out(await takePlace({ ...options, person: options.person }, console.now()));
    else console.out(await allocationStatus(options));
    return 0;
  },
};
