import type { Cell, Notebook, Shown } from "./notebook.ts";

/**
 * A notebook run from top to bottom, as one page: prose, the code that ran, and what it showed.
 *
 * @param text source of the notebook's file, from which the code of each cell is shown as it was written
 */
export function renderNotebook({ title, source, cells }: Notebook, text: string): string {
  const codes = codeOfCells(text);
  if (codes.length !== cells.length) {
    throw new RangeError(`renderNotebook: text must hold the code of ${cells.length} cells, got ${codes.length}`);
  }
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style></head><body><main>
<h1>${escaped(title)}</h1><p>${escaped(source)}</p>
${cells.map((cell, index) => renderCell(cell, codes[index]!)).join("\n")}
</main></body></html>
`;
}

const style =
  "body{font:17px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;margin:0}main{max-width:760px;margin:0 auto;padding:20px}h1{line-height:1.2}pre{background:#f4f6f8;padding:12px;overflow-x:auto;font-size:14px}table{border-collapse:collapse}th,td{text-align:left;padding:6px 16px 6px 0;border-bottom:1px solid #cecece}svg{max-width:100%;height:auto}";

function renderCell({ title, text, run }: Cell, code: string): string {
  const shown = run();
  return `<section><h2>${escaped(title)}</h2><p>${escaped(text)}</p>
<pre tabindex="0"><code>${escaped(code)}</code></pre>
${show(shown)}</section>`;
}

function show(shown: Shown): string {
  if (shown.kind === "plot") return `<div role="img" aria-label="${escaped(shown.alternative)}">${shown.svg}</div>`;
  if (shown.kind === "numbers") {
    return `<dl>${Object.entries(shown.numbers)
      .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(String(value))}</dd>`)
      .join("")}</dl>`;
  }
  const head = shown.head.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const rows = shown.rows
    .map((row) => `<tr>${row.map((value) => `<td>${escaped(String(value))}</td>`).join("")}</tr>`)
    .join("");
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** The body of each cell's `run`, from the formatted source: it starts and ends at the indentation of its key. */
function codeOfCells(text: string): string[] {
  const bodies = text.matchAll(/^( +)run: \(\) => (?:\{\n([\s\S]*?)\n\1\}|\(\{\n([\s\S]*?)\n\1\}\)),$/gm);
  return Array.from(bodies, ([, indent, block, object]) => unindented(block ?? object!, indent!.length + 2));
}

function unindented(code: string, by: number): string {
  return code
    .split("\n")
    .map((line) => line.slice(by))
    .join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
