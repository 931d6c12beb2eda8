import { colours } from "../charts/theme.ts";
import { cssText } from "./css-text.ts";
import { mostColumns } from "./table.ts";

/** What stands in the margins of every printed page. */
export interface Running {
  readonly title: string;
  /** Empty where nothing must be marked. */
  readonly marking: string;
}

/**
 * The one style sheet: calm, white, readable at 320 px, and A4 in print with the marking on every page.
 *
 * @param own rules of one kind of page
 */
export function styles(running: Running, own = ""): string {
  return `${screen}\n${phone}\n${print}\n${own}${margins(running)}`;
}

/** Every column but the first, which holds the headers of rows. */
const columns = Array.from({ length: mostColumns - 1 }, (_, index) => index + 2);

/** Cells of columns that hold numbers, as the class of their table says. */
function ofNumbers(cell: string): string {
  return `${cell}:is(${columns.map((column) => `.n${column} :nth-child(${column})`).join(",")})`;
}

const screen = `
:root{--text:${colours.text};--quiet:${colours.secondaryText};--line:${colours.gridline};--programme:${colours.programme};--link:${colours.link}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:var(--text);background:${colours.ground};font:17px/1.5 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
.wrap{max-width:1140px;margin:0 auto;padding:0 24px}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--text);outline-offset:2px;box-shadow:0 0 0 2px #ffdd00}
.skip{position:absolute;left:-9999px;top:0}
.skip:focus{left:8px;top:8px;padding:8px 12px;background:#ffdd00;color:var(--text);z-index:2}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.marking{background:#fff4c2;border-bottom:1px solid var(--text);font-weight:bold;font-size:15px;margin:0;padding:5px max(24px,calc(50% - 546px));max-width:none}
.title{padding-top:20px;padding-bottom:16px}
.kicker{color:var(--quiet);font-size:16px;margin:0 0 4px}
h1{font-size:32px;line-height:1.15;margin:0;max-width:32em;letter-spacing:-.01em}
h2{font-size:26px;line-height:1.2;margin:0 0 14px}
h3{font-size:20px;line-height:1.3;margin:28px 0 8px}
h4{font-size:17px;margin:18px 0 4px}
h1,h2,h3,figcaption{text-wrap:balance}
p{margin:0 0 12px;max-width:42em}
ul,ol{padding-left:20px;margin:0 0 14px;max-width:42em}
li{margin:0 0 6px}
.lede{font-size:19px;line-height:1.4;color:var(--quiet);margin:8px 0 0;max-width:52em}
.download{font-size:15px;margin:2px 0 14px}
.download a{display:inline-block;padding:3px 0}
section{padding:34px 0 22px;border-top:1px solid var(--line)}
section.first{border-top:0;padding-top:0}
nav{border-top:1px solid var(--line);padding:22px 0 18px}
nav h2{font-size:17px;margin:0 0 6px}
nav ul{list-style:none;padding:0;margin:0;columns:3 16em;column-gap:28px;max-width:none}
nav li{margin:0;break-inside:avoid}
nav a{display:inline-block;padding:4px 0}
.verdict{display:flex;align-items:center;gap:9px;font-weight:bold;margin:0 0 3px}
.verdict svg{width:22px;height:22px;flex:none}
.level svg{display:block;width:150px;height:18px;margin:0 0 9px}
figure{margin:22px 0 6px;padding:0}
figcaption{font-weight:bold;font-size:20px;line-height:1.3;margin-bottom:2px}
figcaption+p{color:var(--quiet);font-size:16px;margin-bottom:14px}
.wide svg{display:block;max-width:100%;height:auto}
.narrow{display:none}
.narrow svg{display:block;width:100%;max-width:400px;height:auto}
.note{font-size:15px;color:var(--quiet);margin:8px 0 0}
details{margin:6px 0 22px}
summary{display:inline-block;overflow-wrap:anywhere;cursor:pointer;color:var(--link);padding:4px 0;font-size:16px;text-decoration:underline;text-underline-offset:2px}
summary::before{content:"\\25B8";display:inline-block;width:18px}
details[open]>summary::before{content:"\\25BE"}
.scroll{overflow-x:auto;margin:8px 0 20px}
table{border-collapse:collapse;width:auto;min-width:min(100%,560px);font-size:16px;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;padding:4px 0 6px}
th,td{text-align:left;vertical-align:top;padding:7px 22px 7px 0;border-bottom:1px solid var(--line)}
tr>:last-child{padding-right:4px}
thead th{vertical-align:bottom;border-bottom:2px solid var(--text);font-size:15px;max-width:13em}
th[scope=row]{font-weight:normal;min-width:9em;max-width:26em}
td{max-width:30em}
${ofNumbers("td")}{text-align:right;white-space:nowrap}
${ofNumbers("thead th")}{text-align:right}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:26px 36px;margin:6px 0 18px}
.two :is(h3,h4,h5){font-size:18px;margin:0 0 8px;padding-top:8px;border-top:3px solid var(--text)}
.empty{color:var(--quiet);border-left:4px solid var(--line);padding:2px 0 2px 14px}
.hash{font-family:Consolas,"Liberation Mono",monospace;font-size:14px;overflow-wrap:anywhere}
dl{margin:0 0 16px;max-width:46em}
dt{font-weight:bold;margin-top:10px}
dd{margin:0 0 4px}
dl.grid{display:grid;grid-template-columns:minmax(8em,14em) minmax(0,1fr);gap:0 24px}
dl.grid dt,dl.grid dd{margin:0;padding:6px 0;border-bottom:1px solid var(--line)}
footer{border-top:1px solid var(--line);margin-top:20px;padding:16px 0 36px;font-size:15px;color:var(--quiet)}
.paper{display:none}
.sign td,.sign th[scope=row]{height:52px}
.sign table{width:100%}`.trim();

const phone = `
@media screen and (max-width:780px){
.wide{display:none}.narrow{display:block}
}
@media screen and (max-width:640px){
.wrap{padding:0 16px}
.marking{padding:5px 16px}
.title{padding:14px 16px 14px}
h1{font-size:26px}h2{font-size:23px}h3{font-size:19px}
.lede{font-size:17px}
.two{grid-template-columns:minmax(0,1fr)}
.scroll:not(.sign) :is(table,caption,tbody,tr,th){display:block}
.scroll:not(.sign) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.scroll:not(.sign) tr{border-bottom:1px solid var(--line);padding:8px 0}
.scroll:not(.sign) tbody tr:first-child{border-top:2px solid var(--text)}
.scroll:not(.sign) th[scope=row]{border:0;padding:0 0 2px;max-width:none;font-weight:bold}
.scroll:not(.sign) td{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:12px;border:0;padding:2px 0;max-width:none;text-align:left;white-space:normal}
.scroll:not(.sign) td.none{display:none}
.scroll:not(.sign) td::before{color:var(--quiet)}
${columns.map((column) => `td:nth-child(${column})::before{content:var(--c${column})}`).join("\n")}
.sign th,.sign td{padding-right:12px}
dl.grid{display:block}
dl.grid dt{border:0;padding-bottom:0}
dl.grid dd{padding-top:0}
}`.trim();

/** Text of a picture is 14 px of the 720 px it is drawn at: at this width, a little over 9 pt on paper. */
const printedWidth = "164mm";

const print = `
@media print{
body{font-size:10.5pt;line-height:1.4}
.wrap{max-width:none;padding:0}
.skip,nav,.download{display:none}
.marking{border:1px solid var(--text);padding:4px 8px;font-size:10pt}
.title{padding:6px 0 8px}
h1{font-size:18pt}h2{font-size:15pt}h3,figcaption{font-size:12pt}h4{font-size:10.5pt}
.lede{font-size:10.5pt;margin-top:4px}.kicker{font-size:9.5pt}
section{padding:18px 0 8px}
section.leaf{break-before:page}
table,.note,figcaption+p{font-size:9pt}
.wide svg{width:${printedWidth};max-width:none}
thead th{font-size:8.5pt}
table{width:100%;min-width:0}
th[scope=row]{min-width:0}
th,td{padding:4px 12px 4px 0}
.scroll{overflow:visible}
thead{display:table-header-group}
tr,figure,.two>div,dl.grid dt,dl.grid dd{break-inside:avoid}
h2,h3,h4,figcaption,caption,thead,.verdict{break-after:avoid}
tbody tr:first-child{break-before:avoid}
p,li{orphans:2;widows:2}
details>summary{display:none}
.paper{display:block;break-before:page;font-size:8pt;line-height:1.3}
.paper h3{font-size:9.5pt;margin:10px 0 2px;text-wrap:wrap}
.paper :is(table,p,dl,li){font-size:8pt;line-height:1.25}
.paper thead th{font-size:7.5pt}
.paper :is(th,td){padding:1.5px 8px 1.5px 0}
.paper caption{font-weight:normal;padding:0 0 2px}
.paper .scroll{margin:0 0 6px}
.paper th[scope=row]{width:auto;max-width:75mm}
.paper dl{columns:2;column-gap:20px;max-width:none;margin:0}
.paper dt{margin-top:3px;break-after:avoid}
details.long>summary{display:block;color:inherit;text-decoration:none;font-size:9pt}
details.long>summary::after{content:" (on screen and in the flat tables)"}
details.long>.scroll{display:none}
details::details-content{content-visibility:visible;block-size:auto;height:auto;opacity:1}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
footer{font-size:8.5pt;padding:8px 0 0}
}`.trim();

function margins({ title, marking }: Running): string {
  const font = "font:8.5pt Arial,Helvetica,sans-serif";
  return `@page{size:A4;margin:16mm 16mm 17mm;@top-left{content:${cssText(title)};${font};width:75%}@top-right{content:"Page " counter(page) " of " counter(pages);${font};width:25%}@bottom-left{content:${cssText(marking)};font:bold 8.5pt Arial,Helvetica,sans-serif;width:100%}}`;
}
