/** Rules of the report alone. */
export const reportStyle = `
.empty p,.empty ul{margin-bottom:4px}
.summary{font-size:22px;line-height:1.3;font-weight:bold;text-wrap:balance}
.standing{margin:0 0 10px}
.about{color:var(--quiet)}
.notes{padding-left:2.2em}
.notes li{padding-left:.2em}
blockquote{margin:0 0 12px;padding:2px 0 2px 16px;border-left:4px solid var(--programme);max-width:44em}
.meter td:nth-of-type(1){white-space:nowrap}
.boxes{display:inline-block;vertical-align:-1px;margin-right:10px}
.meter,.items{width:100%}
.numbers{columns:3 20em;column-gap:28px;font-size:13px;line-height:1.35}
.numbers h3{font-size:13px;margin:12px 0 2px;overflow-wrap:anywhere}
.numbers p{margin:0 0 4px;overflow-wrap:anywhere}
code{font-family:Consolas,"Liberation Mono",monospace;font-size:.95em}
.annexes section{font-size:16px}
.annexes h2{font-size:23px}
@media screen and (max-width:640px){.summary{font-size:20px}.meter td:nth-of-type(1){white-space:normal}}
.results th[scope=row]{min-width:15em}
.items{table-layout:fixed}.items td:last-child{overflow-wrap:anywhere}
.items thead th:nth-child(1){width:33%}.items thead th:nth-child(2){width:17%}.items thead th:nth-child(3){width:9%}.items thead th:nth-child(4){width:13%}
@media screen and (max-width:640px){.items{table-layout:auto}.items th[scope=row],.results th[scope=row]{width:auto;min-width:0}}
@media print{
body{font-size:10pt;line-height:1.35}
p,ul,ol,dl,blockquote{max-width:none;margin-bottom:6px}
li{margin-bottom:2px}
h2{font-size:14pt;margin-bottom:6px}h3,figcaption{font-size:11pt;margin-top:12px}h4{font-size:10pt;margin-top:8px}
h2,h3,h4,figcaption{break-inside:avoid}
section{padding:12px 0 4px}
.lede{font-size:10pt}
.summary{font-size:14pt}
table,.note,figcaption+p{font-size:8.5pt}
thead th{font-size:8pt}
th,td{padding:3px 10px 3px 0}
th[scope=row]{max-width:none}
.scroll{margin:4px 0 10px}
figure{margin:10px 0 4px}
figcaption+p{margin-bottom:6px}
.two{gap:10px 24px;margin:2px 0 4px;grid-template-columns:3fr 2fr}
.two :is(h3,h4,h5){font-size:9.5pt;padding-top:3px;margin-bottom:3px;border-top-width:2px}
.verdict svg{width:15px;height:15px}
.measure,#sign{break-inside:avoid}
dl.grid dt,dl.grid dd{padding:3px 0}
.empty{padding:0 0 0 10px}
.to-table,.boxes+br{display:none}
.results th[scope=row]{min-width:38mm}
.annexes{break-before:page;font-size:9pt;line-height:1.3}
.annexes h2{font-size:13pt}.annexes h3{font-size:10.5pt}
.annexes section{padding:10px 0 4px;font-size:7.8pt}
.annexes section[id^=tables-],.annexes #options,.annexes #pictures{columns:2;column-gap:16px}
.annexes section[id^=tables-]>h2,.annexes #options>h2,.annexes #pictures>h2,.annexes figure,.annexes .broad{column-span:all}
.annexes table{font-size:6.8pt}
.annexes thead th{font-size:6.4pt}
.annexes .scroll{margin:2px 0 8px}
.annexes th,.annexes td{padding:2px 8px 2px 0}
.items,.meter{font-size:8.5pt}
.items th,.items td,.meter th,.meter td{padding:3px 8px 3px 0}
.notes li,.two li{margin-bottom:2px}
.sign td,.sign th[scope=row]{height:38px}
#numbers{break-before:page}
.numbers{columns:3;column-gap:14px;font-size:5.3pt;line-height:1.25}
.numbers h3{font-size:5.5pt;margin:5px 0 1px}
.numbers p,.numbers .about{font-size:5.3pt;margin:0 0 2px}
}
`;
