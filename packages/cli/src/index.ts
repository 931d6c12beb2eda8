// The command line as a function
export { main } from "./main.ts";
export type { Console } from "./terminal/console.ts";
