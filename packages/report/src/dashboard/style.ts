/**
 * The dashboard's own rules. On a screen of 1280 by 800 px the answers fit without scrolling; on a phone they stand in
 * the order they should be asked; in print they are the first page.
 */
export const dashboardStyle = `
.title{padding-top:8px;padding-bottom:8px}
.kicker{font-size:15px;margin:0 0 2px}
h1{font-size:27px;max-width:none}
.first{padding-bottom:20px}
.answers{list-style:none;padding:0;margin:0;max-width:none;display:grid;grid-template-columns:repeat(12,minmax(0,1fr));grid-template-rows:auto auto auto 1fr auto;gap:9px 30px}
.answers>li{margin:0;border-top:2px solid var(--text);padding-top:5px;grid-column:1/span 4}
.answers>li.main{grid-column:5/span 8;grid-row:1/span 3}
.answers>li.sure{grid-row:3/span 2}
.answers>li.paid{grid-column:5/span 8;grid-row:4/span 2}
.money{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:4px 24px;align-items:start}
.payers{width:100%;min-width:0;font-size:14px;line-height:1.25}
.payers caption{font-weight:normal;font-size:14px;color:var(--quiet);padding:0 0 2px}
.payers :is(th,td){padding:1px 0 1px 8px;text-align:right}
.payers th:first-child{text-align:left;padding-left:0;font-weight:normal;max-width:none}
.payers tr:last-child :is(th,td){font-weight:bold}
.pictures{display:grid;grid-template-columns:minmax(0,1fr);gap:0}
.answers h2{font-size:15px;line-height:1.3;margin:0 0 1px;color:var(--quiet);font-weight:normal}
.answers .answer{font-size:19px;line-height:1.25;font-weight:bold;margin:0 0 5px;text-wrap:balance}
.answers p,.answers ul{font-size:15px;line-height:1.38;margin-bottom:6px;max-width:none}
.answers .main .answer{font-size:23px;line-height:1.2}
.answers .main li{font-size:14px;line-height:1.32}
.answers ul{list-style:disc;padding-left:17px}
.answers .main ul{columns:2 20em;column-gap:30px}
.answers .lead-in{font-weight:bold;margin:8px 0 2px}
.answers li li{margin-bottom:3px;break-inside:avoid}
.answers .wide,.answers .narrow{margin:6px 0}
.answers .level{display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px}
.answers .level svg{margin:0}
.onpaper{display:none}
section>.answer{font-size:20px;line-height:1.35;max-width:38em;margin-bottom:18px;text-wrap:pretty}
.asked{color:var(--quiet)}
.lead-in{font-weight:bold;margin-bottom:4px}
.caveats{columns:2 24em;column-gap:30px}
.panel,.choices{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:22px 30px}
.choices{margin-bottom:26px}
:is(.panel,.choices)>div{border-top:2px solid var(--text);padding-top:8px}
.caveats>div{break-inside:avoid;padding-bottom:8px}
:is(.panel,.choices,.caveats) h3{font-size:18px;margin:0 0 6px}
:is(.panel,.choices,.caveats) :is(p,li){font-size:16px}
.caveats{margin:22px 0 22px}
.step{font-size:20px;line-height:1.35;max-width:36em}
.several{columns:2 18em;column-gap:30px;max-width:none}
@media not (max-width:640px){
#result tbody td:nth-child(4){white-space:nowrap}
}
@media screen and (max-width:1080px){
.answers{grid-template-columns:repeat(2,minmax(0,1fr));grid-template-rows:none}
.answers>li{grid-column:auto}
.answers>li:is(.main,.paid){grid-column:1/-1}
.answers>li:is(.main,.sure,.paid){grid-row:auto}
.panel,.choices{grid-template-columns:repeat(2,minmax(0,1fr))}
}
@media screen and (max-width:640px){
.answers,.panel,.choices,.money{grid-template-columns:minmax(0,1fr)}
.payers{font-size:13px}
.payers th:first-child{min-width:0;overflow-wrap:anywhere}
.payers :is(th,td){padding-left:5px}
h1{font-size:23px}
.answers .main .answer{font-size:21px}
section>.answer{font-size:19px}
}
@media print{
details{display:none}
.onpaper{display:block}
h1{font-size:15pt}
.answers{gap:5px 24px;grid-template-rows:none}
.answers>li{padding-top:4px}
.title{padding:2px 0 4px}.marking{margin-bottom:2px}
.answers>li{grid-column:span 6}
.answers>li:is(.main,.paid){grid-column:1/-1}
.answers>li:is(.main,.sure,.paid){grid-row:auto}
.payers,.payers caption{font-size:7.5pt}
.payers :is(th,td){padding-top:1px;padding-bottom:1px}
.answers .main li{font-size:9pt;line-height:1.25}
.money p{margin-bottom:2px}
.pictures{grid-template-columns:repeat(2,minmax(0,1fr));gap:2px 24px}
.pictures figure{break-inside:avoid}
.pictures .wide{display:none}
.pictures .narrow{display:block}
.pictures .narrow svg{width:47mm}
.pictures figcaption{font-size:10pt;line-height:1.25}
#cost .two ul,#cost .several{columns:2;column-gap:24px}
#cost .several{columns:3}
#cost .two{display:block}
#cost li{font-size:9pt;line-height:1.25;margin-bottom:1px}
#cost .two{margin:2px 0 4px}
#cost figure{margin:2px 0 0}
#cost figcaption+p{margin-bottom:2px}
#cost h3{margin:2px 0;font-size:10.5pt}
#cost figcaption+p,#cost .note{font-size:8.5pt;line-height:1.25}
.answers .wide{margin:2px 0}
.answers .wide svg{width:150mm}
.answers .answer{font-size:12pt;margin-bottom:2px}
.answers .main .answer{font-size:14pt;margin-bottom:2px}
.answers p,.answers ul,.answers h2,.answers .main .found{font-size:9pt;line-height:1.22;margin-bottom:1px}
.answers .main ul{columns:2}
.answers>li{break-inside:avoid}
h2{font-size:14pt;margin-bottom:6pt}
section>.answer,.step{font-size:11pt;line-height:1.25;margin-bottom:3pt}
#result .asked{margin-bottom:4px;font-size:9.5pt}
.note{margin:3px 0 0}
.two :is(h3,h4,h5){font-size:11pt;margin-bottom:3px;padding-top:5px}
#result th[scope=row]{width:45%}
#result table{font-size:8.5pt}
#result .two{margin:2px 0 4px}
#result .two li{font-size:9pt;line-height:1.25}
#contract .note{margin:1px 0 0}
#safety th[scope=row]{width:auto}
#safety td{padding-right:8px}
#safety td:nth-child(2){white-space:nowrap}
.panel{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px 22px}
.choices{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px 22px;margin-bottom:8px}
.caveats{margin:6px 0;columns:2}
:is(.panel,.choices,.caveats) h3{font-size:11pt;margin-bottom:3px}
:is(.panel,.choices,.caveats) :is(p,li){font-size:9pt;line-height:1.32;margin-bottom:2px}
:is(.panel,.choices)>div{break-inside:avoid}
figure{margin:6px 0 2px}
figcaption+p{margin-bottom:6px}
dl.grid{display:block;columns:3;column-gap:20px;max-width:none}
dl.grid dt,dl.grid dd{border:0;padding:0;font-size:8pt;line-height:1.2}
dl.grid dt{break-after:avoid}
dl.grid dd{margin-bottom:2px}
#decide :is(p,ul,ol){margin-bottom:2px}
#decide h3,#decide .lead-in{margin:4px 0 1px}
#aims table{font-size:8.5pt;margin:2px 0}
#aims :is(th,td){padding-top:1px;padding-bottom:1px}
#data p,#decide li{font-size:9pt;line-height:1.25;margin-bottom:1px}
:is(#data,#aims,#words) h2{font-size:12pt;margin-bottom:3pt}
:is(#data,#aims,#words){margin-top:4px;padding-top:4px}
#decide .choices{margin-bottom:2px}
#data .answer{font-size:10pt;margin-bottom:2px}
#data p{font-size:9pt;margin-bottom:2px}
:is(#decide,#data,#words) h2{font-size:13pt;margin-bottom:4px}
#words{padding-bottom:0}
#harms{break-inside:avoid}
footer{margin-top:6px;padding:4px 0 0;border:0}
.step{max-width:none}
p,ul,ol,section>.answer{max-width:none}
th[scope=row]{width:31%}
td{overflow-wrap:normal}
ul,ol{margin-bottom:6px}
li{margin-bottom:3px}
h3{margin:10px 0 4px}
.two{gap:6px 26px;margin:4px 0 8px}
.two li{font-size:9.5pt}
.scroll{margin:3px 0 6px}
th,td{padding:2px 10px 2px 0}
section{padding:7px 0 1px}
section.leaf{border-top:0;padding-top:0}
}
`;
