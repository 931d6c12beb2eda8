/** A card is one page of A4: closer set than other pages, in print smaller. */
export const cardStyle = `
section{padding:18px 0 8px}
dl.grid{max-width:none;margin-bottom:6px}
dl.grid dt,dl.grid dd{padding:3px 0}
.answer{font-size:21px;line-height:1.25;font-weight:bold;margin:0 0 6px}
nav{display:none}
@media print{
body{font-size:9.5pt;line-height:1.3}
section{padding:8px 0 2px}
h2{font-size:13pt;margin:0 0 5px}h3{font-size:11pt;margin:8px 0 3px}
p,ul,ol{margin-bottom:5px}li{margin-bottom:2px}
.answer{font-size:12pt}
dl.grid dt,dl.grid dd{padding:2px 0}
footer{margin-top:6px;padding:5px 0 0}
}`.trim();
