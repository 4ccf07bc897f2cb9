extension ReportStyleSheet {
    /// What pages of searches and of transfers need beyond the common look.
    static let search = """
        :root {
          --best: #08705a; --faint: #8b948e; --chosen-mark: #6a3fb5; --for: #c2500f; --against: #1f66bd;
          --hue0: #08705a; --hue1: #6a3fb5; --hue2: #b1500c; --hue3: #1f66bd; --hue4: #a3216b; --hue5: #5d6b12;
          --hue6: #6b5646; --hue7: #4a5a66; --tile: #eceee9;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --best: #5fcfb0; --faint: #7d8781; --chosen-mark: #bfa2f7; --for: #f0894a; --against: #6faaf2;
            --hue0: #5fcfb0; --hue1: #bfa2f7; --hue2: #f0a36b; --hue3: #7db4f5; --hue4: #f08fc0; --hue5: #c3cf6a;
            --hue6: #cdb6a4; --hue7: #a9bac6; --tile: #0d100e;
          }
        }
        a { color: var(--best); text-underline-offset: 0.15em; }
        a:focus-visible, button:focus-visible, summary:focus-visible {
          outline: 2px solid var(--best); outline-offset: 2px; border-radius: 4px; }
        h1, h2, h3, summary, caption, .headline, .kicker, .tiles dt, .facts dt, .choices li, .legend li, .stack p { overflow-wrap: anywhere; }
        .tiles div:nth-child(n) { border-color: var(--chosen-mark); }

        .legend { list-style: none; margin: 0.4rem 0 0.8rem; padding: 0; display: flex; flex-wrap: wrap;
          gap: 0.3rem 1.2rem; font-size: 0.9rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
        .legend li { display: flex; align-items: center; gap: 0.4rem; }
        .plot.key { width: 16px; height: 16px; margin: 0; flex: none; }
        .swatch { display: inline-block; width: 0.8rem; height: 0.8rem; border-radius: 3px; flex: none;
          background: var(--hue, var(--faint)); }
        .hue0 { --hue: var(--hue0); } .hue1 { --hue: var(--hue1); } .hue2 { --hue: var(--hue2); }
        .hue3 { --hue: var(--hue3); } .hue4 { --hue: var(--hue4); } .hue5 { --hue: var(--hue5); }
        .hue6 { --hue: var(--hue6); } .hue7 { --hue: var(--hue7); }
        .for { --hue: var(--for); } .against { --hue: var(--against); }

        .plot .mark { transition: none; }
        .plot .candidates { --series: var(--faint); }
        .plot .candidates .cut .mark { fill: var(--faint); fill-opacity: 0.38; stroke: none; }
        .plot .candidates .full .mark { fill: var(--faint); }
        .plot .candidates .best .mark { fill: var(--best); }
        .plot .candidates .chosen .mark { fill: var(--chosen-mark); }
        .plot .candidates a { cursor: pointer; }
        .plot a:focus { outline: none; }
        .plot .candidates a:hover .mark, .plot .candidates a:focus-visible .mark,
        .plot .candidates a.shown .mark { stroke: var(--ink); stroke-width: 2.5; fill-opacity: 1; }
        .plot .frontier { fill: none; stroke: var(--best); stroke-width: 2; stroke-linejoin: round; }
        .plot .test { fill: var(--card); stroke: var(--chosen-mark); stroke-width: 2; }
        .plot .way { stroke: var(--chosen-mark); stroke-width: 1.5; }
        .plot .label.chosen { fill: var(--chosen-mark); font-weight: 650; }
        .plot .label.paper { font-weight: 650; }
        .plot .label { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
        .plot .gap { fill: var(--card); }
        .plot .break { stroke: var(--quiet); stroke-width: 1.5; }

        .details { border: 1px solid var(--rule); border-radius: 10px; padding: 0.7rem 1rem;
          min-height: 5.6rem; margin-top: 0.8rem; font-variant-numeric: tabular-nums; }
        .details p { margin: 0 0 0.3rem; font-weight: 650; }
        .details .note { font-weight: 400; }
        .details + .note { margin-top: 0.8rem; }
        .details dl { margin: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; }
        .details dt { color: var(--quiet); font-size: 0.8rem; }
        .details dd { margin: 0; font-size: 0.95rem; }

        details { border-top: 1px solid var(--rule); padding: 0.7rem 0; }
        details:last-of-type { padding-bottom: 0; }
        summary { cursor: pointer; }
        .choices { list-style: none; padding: 0; margin: 0.8rem 0; display: flex; flex-wrap: wrap; gap: 0.4rem; }
        .choices li { border: 1px solid var(--rule); border-radius: 99px; padding: 0.1rem 0.7rem;
          font-size: 0.88rem; }
        .choices span { color: var(--quiet); }
        .command { position: relative; min-width: 0; }
        .command pre { margin: 0; padding: 0.8rem 5.2rem 0.8rem 1rem; white-space: pre-wrap; line-height: 1.5;
          background: var(--ground); border: 1px solid var(--rule); border-radius: 10px; }
        .command code { font-size: 0.84rem; }
        .command .line { display: block; padding-left: 1.5rem; text-indent: -1.5rem; }
        .command .word { display: inline-block; max-width: 100%; text-indent: 0; }
        button { font: inherit; color: inherit; cursor: pointer; }
        .copy { position: absolute; top: 0.4rem; right: 0.4rem; font-size: 0.82rem; padding: 0.2rem 0.7rem;
          background: var(--card); border: 1px solid var(--rule); border-radius: 7px; }
        .copy:hover { border-color: var(--best); }

        .strong { font-weight: 650; }
        .candidates tbody th { text-align: left; font-weight: 500; }
        .candidates tbody th span { display: inline-block; width: max-content; max-width: 18rem; white-space: normal;
          overflow-wrap: anywhere; }
        .candidates .chosen th, .candidates .chosen td { font-weight: 650; }
        .candidates .chosen td:not(.paper), .candidates .chosen th { background: var(--chosen); }
        .candidates .cut th, .candidates .cut td { color: var(--quiet); }
        .candidates tr:target th, .candidates tr:target td { background: var(--chosen); }
        .candidates td.words, .candidates th.words { padding-left: 0.9rem; }
        .candidates th:first-child { padding-left: 0.45rem; }
        .sortable thead button { border: 0; background: none; padding: 0; color: inherit; font-weight: 600; }
        .sortable thead button::after { content: "↕"; margin-left: 0.25em; opacity: 0.45; }
        .sortable [aria-sort=ascending] button::after { content: "↑"; opacity: 1; }
        .sortable [aria-sort=descending] button::after { content: "↓"; opacity: 1; }
        .tall .scrolling { max-height: 34rem; overflow: auto; }
        .tall { font-size: 0.96em; }
        .tall thead th { white-space: normal; position: sticky; top: 0; background: var(--card); z-index: 2; }

        .stack { margin: 1.1rem 0 0; }
        .stack p { margin: 0 0 0.3rem; }
        .stack-bar { display: flex; gap: 2px; height: 1.5rem; }
        .stack-bar span { background: var(--hue); border-radius: 4px; min-width: 3px; }
        .filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(84px, 1fr)); gap: 0.8rem 0.7rem; }
        .filters figure { min-width: 0; }
        .filters img { display: block; width: 100%; height: auto; max-width: 112px; image-rendering: pixelated;
          background: var(--tile); border-radius: 6px; }
        .filters figcaption { margin-top: 0.2rem; font-size: 0.78rem; font-variant-numeric: tabular-nums; }
        .filters b { color: var(--ink); }
        .windows { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.5rem 2.5rem;
          align-items: start; }
        .windows .bars th { width: 4.2rem; font-weight: 500; white-space: nowrap; }

        .plot .band { fill: var(--hue); fill-opacity: 0.16; stroke: none; }
        .plot [class*=hue] { --series: var(--hue); }
        .transfer .spread { color: var(--quiet); font-size: 0.9em; }
        .transfer .winner { background: var(--chosen); }
        .transfer .winner .median { font-weight: 650; }

        @media (max-width: 600px) {
          .windows { grid-template-columns: 1fr; }
          .candidates tbody th span { max-width: 7.5rem; }
          .copy:not([hidden]) + pre { padding: 2.7rem 0.9rem 0.7rem; }
          .filters { grid-template-columns: repeat(4, 1fr); gap: 0.7rem 0.5rem; }
          .filters figcaption { font-size: 0.7rem; }
          .tall .scrolling { max-height: 28rem; }
          .tall thead th:first-child { z-index: 3; }
          .command code { font-size: 0.78rem; }
        }
        @media print {
          .tall .scrolling { max-height: none; overflow: visible; }
          .copy, .details, .sortable thead button::after { display: none; }
          .candidates, .candidates thead th { font-size: 6.5pt; }
          .candidates th, .candidates td, .candidates thead th { white-space: normal; padding: 0.1rem 0.15rem; }
          .stack-bar span, .swatch, .filters img { print-color-adjust: exact; }
          .stack, .filters figure { break-inside: avoid; }
        }
        """
}
