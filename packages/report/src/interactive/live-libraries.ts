import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Texts of the browser libraries a live page holds. */
export interface LiveLibraries {
  readonly vega: string;
  readonly interpreter: string;
}

/** Paths of the browser libraries of a live page: Vega, and the interpreter that lets it run where nothing may be made into code. */
export function liveLibraryFiles(): Readonly<Record<keyof LiveLibraries, string>> {
  const { resolve } = createRequire(import.meta.url);
  return {
    vega: join(dirname(resolve("vega")), "vega.min.js"),
    interpreter: join(dirname(resolve("vega-interpreter")), "vega-interpreter.js"),
  };
}

/**
 * The libraries as scripts that stand inside a page: Vega as it is, the interpreter as one script, for it comes as a module.
 *
 * @throws RangeError when the interpreter imports or exports otherwise than its known versions
 */
export function liveScripts({ vega, interpreter }: LiveLibraries): readonly [vega: string, interpreter: string] {
  const module = /^import (\{[^}]*\}) from 'vega-util';\n([\s\S]*)\nexport \{ (\w+) as expressionInterpreter \};\n/;
  const found = module.exec(interpreter);
  if (found === null) {
    throw new RangeError(
      `liveScripts: interpreter must import vega-util and export expressionInterpreter, got ${interpreter.slice(0, 60)}`,
    );
  }
  const [, names, body, main] = found;
  return [
    inside(vega),
    inside(`const vegaInterpreter=(()=>{"use strict";const ${names}=vega;\n${body}\nreturn ${main}})();`),
  ];
}

/** Nothing in a script may look like its end, and nobody is sent for its source. */
function inside(script: string): string {
  return script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "").replaceAll(/<\/(script)/gi, "<\\/$1");
}
