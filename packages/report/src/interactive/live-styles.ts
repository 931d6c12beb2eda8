import { colours } from "../charts/theme.ts";

/** The controls of live charts. */
export const liveStyles = `
.live{display:flex;flex-wrap:wrap;align-items:center;gap:8px 24px;margin:0 0 10px;font-size:16px}
.live label{display:flex;flex-wrap:wrap;align-items:center;gap:8px;max-width:100%}
.live select{font:inherit;min-height:34px;padding:2px 6px;min-width:0;max-width:100%;text-overflow:ellipsis;color:${colours.text};background:${colours.ground};border:2px solid ${colours.text}}
.live input{width:160px;min-height:30px;margin:0;accent-color:${colours.programme}}
.live :is(select,input):focus-visible{outline:3px solid ${colours.text};outline-offset:2px;box-shadow:0 0 0 2px #ffdd00}
.live .reading{margin:0;min-height:1.5em;flex:1 1 16em;font-size:16px;color:${colours.text}}
.drawn svg{display:block;overflow:visible}
.drawn{max-width:100%}
@media print{.live{display:none}}`.trim();
