import { colours } from "../charts/theme.ts";

/** The one style sheet: calm, white, readable at 320 px, and A4 in print with the marking on every page. */
export function styles(marking: string): string {
  const mark = JSON.stringify(marking);
  return `
:root{--text:${colours.text};--quiet:${colours.secondaryText};--line:${colours.gridline};--programme:${colours.programme};--link:#1a65a6;--wash:#f4f6f8}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--text);background:#fff;font:18px/1.5 Arial,Helvetica,sans-serif}
.wrap{max-width:1020px;margin:0 auto;padding:0 20px}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid #ffdd00;outline-offset:0;box-shadow:0 0 0 5px #0b0c0c;background:#fff}
.skip{position:absolute;left:-9999px}
.skip:focus{left:8px;top:8px;padding:8px 12px;z-index:2}
.marking{background:#fff7d6;border-bottom:2px solid #0b0c0c;font-weight:bold;padding:8px 0;font-size:16px}
header.title{border-bottom:10px solid var(--programme);padding:26px 0 18px}
header.title p{margin:6px 0 0;color:var(--quiet);max-width:46em}
h1{font-size:34px;line-height:1.15;margin:0;max-width:24em}
h2{font-size:26px;line-height:1.2;margin:0 0 10px}
h3{font-size:20px;line-height:1.3;margin:26px 0 6px}
h1,h2,h3,figcaption{text-wrap:balance}
p{margin:0 0 12px;max-width:44em}
ul,ol{padding-left:22px;margin:0 0 14px;max-width:44em}
li{margin:0 0 6px}
section{padding:30px 0 10px;border-top:1px solid var(--line)}
section.first{border-top:0}
nav ul{list-style:none;padding:0;margin:14px 0 0;display:flex;flex-wrap:wrap;gap:0 18px;max-width:none;font-size:16px}
nav a{display:inline-block;padding:6px 0;min-height:28px}
.lede{font-size:22px;line-height:1.4}
.answers{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px;margin:18px 0 10px;padding:0;list-style:none;max-width:none}
.answers>li{border:1px solid var(--line);border-top:6px solid var(--programme);padding:14px 18px 12px;margin:0;break-inside:avoid}
.answers>li.main{grid-column:1/-1}
.answers h2{font-size:18px;margin:0 0 6px;color:var(--quiet);font-weight:normal}
.answers .answer{font-size:24px;line-height:1.25;font-weight:bold;margin:0 0 8px;text-wrap:balance}
.answers p{font-size:17px;margin-bottom:8px}
.verdict{display:inline-flex;align-items:center;gap:10px}
.verdict svg{width:26px;height:26px;flex:none}
.figures{display:flex;flex-wrap:wrap;gap:8px 34px;margin:8px 0 10px}
.figures div{min-width:8em}
.figures b{display:block;font-size:32px;line-height:1.1}
.figures span{font-size:16px;color:var(--quiet);display:block;max-width:20em}
figure{margin:18px 0 8px;padding:0;break-inside:avoid}
figcaption{font-weight:bold;font-size:20px;line-height:1.3;margin-bottom:2px}
figcaption+p{color:var(--quiet);font-size:16px;margin-bottom:8px}
figure svg{width:100%;height:auto;display:block}
.wide{max-width:800px}
.narrow{display:none;max-width:420px}
.note{font-size:16px;color:var(--quiet)}
.scroll{overflow-x:auto;margin:6px 0 18px}
table{border-collapse:collapse;width:100%;font-size:16px;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;padding:6px 0}
th,td{text-align:left;vertical-align:top;padding:7px 14px 7px 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--text)}
th[scope=row]{font-weight:normal}
td.number,thead th.number{text-align:right}
.can,.cannot{border-left:6px solid var(--programme);padding:2px 0 2px 16px;margin:14px 0}
.cannot{border-color:#801650}
.can h3,.cannot h3{margin-top:0}
.empty{color:var(--quiet);border-left:6px solid var(--line);padding:2px 0 2px 16px}
code,.hash{font-family:Consolas,"Liberation Mono",monospace;font-size:14px;overflow-wrap:anywhere}
dl{margin:0 0 16px;max-width:46em}
dt{font-weight:bold}
dd{margin:0 0 10px}
footer{border-top:1px solid var(--line);margin-top:30px;padding:18px 0 40px;font-size:16px;color:var(--quiet)}
.sign td{height:52px}
@media (max-width:640px){
body{font-size:17px}
.wrap{padding:0 15px}
h1{font-size:27px}h2{font-size:23px}
.lede{font-size:19px}
.answers{grid-template-columns:minmax(0,1fr)}
.answers .answer{font-size:21px}
.wide{display:none}.narrow{display:block}
.figures b{font-size:28px}
}
@media print{
body{font-size:11pt}
.wrap{max-width:none;padding:0}
nav,.skip{display:none}
.answers{grid-template-columns:repeat(2,minmax(0,1fr));gap:10px}
.answers .answer{font-size:14pt}.answers p,.answers h2{font-size:10.5pt}
h1{font-size:22pt}h2{font-size:16pt}h3,figcaption{font-size:12.5pt}
.lede{font-size:13pt}
table,.note,figcaption+p{font-size:9.5pt}
.figures b{font-size:20pt}
.wide{display:block;max-width:150mm}.narrow{display:none}
.scroll{overflow:visible}
thead{display:table-header-group}
tr,figure,.answers>li,.can,.cannot{break-inside:avoid}
h2,h3,figcaption{break-after:avoid}
a{color:inherit;text-decoration:none}
.marking{border:0;padding:0 0 6px;background:none}
}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-left{content:${mark};font:9pt Arial}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Arial}}
`.trim();
}
