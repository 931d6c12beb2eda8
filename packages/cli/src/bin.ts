#!/usr/bin/env node
import { main } from "./main.ts";
import { askLines } from "./terminal/ask-lines.ts";

// A reader that has seen enough (head, a closed pager) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  now: () => Date.now(),
  ask: askLines(process.stdin, (text) => process.stderr.write(text)),
});
