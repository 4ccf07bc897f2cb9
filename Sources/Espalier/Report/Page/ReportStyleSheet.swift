/// The look of the report's page. Colours keep a contrast of at least 4.5 : 1 to the ground they stand on.
enum ReportStyleSheet {
    static let css = """
        :root {
          color-scheme: light dark;
          --ground: #f6f7f4; --card: #ffffff; --ink: #1b211d; --quiet: #59625c; --rule: #dfe3dd;
          --private: #6a3fb5; --embedded: #08705a; --paper: #a2480f; --chosen: #eef5e9;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #121512; --card: #1b1f1c; --ink: #e8ece8; --quiet: #a2aca5; --rule: #343b36;
            --private: #bfa2f7; --embedded: #5fcfb0; --paper: #f0a36b; --chosen: #243026;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 1240px; padding: 2.5rem 1.25rem 4rem;
          background: var(--ground); color: var(--ink);
          font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
        }
        h1 { font-size: clamp(1.9rem, 5.2vw, 3.2rem); line-height: 1.1; letter-spacing: -0.025em;
          margin: 0 0 1.1rem; max-width: 18em; text-wrap: balance; }
        h2 { font-size: 1.35rem; letter-spacing: -0.01em; line-height: 1.25; margin: 0 0 0.4rem; }
        h3 { font-size: 1rem; margin: 1.6rem 0 0.6rem; }
        p { margin: 0 0 1rem; max-width: 46rem; }
        code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
        .kicker { color: var(--quiet); font-size: 0.9rem; margin-bottom: 0.8rem; }
        .headline { font-size: 1.2rem; line-height: 1.5; max-width: 44rem; }
        section { background: var(--card); border: 1px solid var(--rule); border-radius: 14px;
          padding: 1.5rem; margin-top: 1.5rem; }
        figure { margin: 0; }

        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
          gap: 1rem; margin: 1.8rem 0 0; }
        .tiles div { border-top: 3px solid var(--rule); padding-top: 0.7rem; }
        .tiles div:nth-child(1) { border-color: var(--private); }
        .tiles div:nth-child(2) { border-color: var(--embedded); }
        .tiles dt { font-size: 0.9rem; color: var(--quiet); }
        .tiles dd { margin: 0; font-size: 0.9rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
        .tiles .value { font-size: 1.9rem; font-weight: 650; line-height: 1.25; letter-spacing: -0.02em;
          color: var(--ink); }

        .plot { width: 100%; height: auto; margin-top: 0.5rem; font-family: inherit; }
        .narrow { display: none; }
        .plot text { fill: var(--quiet); font-variant-numeric: tabular-nums; }
        .grid line { stroke: var(--rule); }
        .private { --series: var(--private); }
        .embedded { --series: var(--embedded); }
        .paper { --series: var(--paper); }
        .plot .line { fill: none; stroke: var(--series); stroke-width: 2; stroke-linejoin: round; }
        .plot .line.one-shot { stroke-dasharray: 2 5; stroke-linecap: round; }
        .plot .mark { fill: var(--series); stroke: var(--card); stroke-width: 1.5; }
        .plot .one-shot .mark { fill: var(--card); stroke: var(--series); stroke-width: 2; }
        .plot .reach { fill: transparent; }
        .plot .marks g:hover .mark { stroke: var(--ink); stroke-width: 2.5; }
        .plot .label { fill: var(--series); pointer-events: none; }
        .plot .name { font-weight: 650; }

        .scrolling { overflow-x: auto; margin: 0 -1.5rem 1rem; padding: 0 1.5rem; }
        section > :last-child { margin-bottom: 0; }
        .scrolling:focus-visible { outline: 2px solid var(--embedded); outline-offset: -2px; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .figures { width: 100%; font-size: 0.92rem; }
        .figures th, .figures td { padding: 0.34rem 0.45rem; text-align: right; white-space: nowrap; }
        .figures th { font-weight: 600; }
        .figures thead th { color: var(--quiet); font-size: 0.84rem; vertical-align: bottom; }
        .figures thead tr:last-child th { border-bottom: 1px solid var(--quiet); }
        .figures .group { color: var(--ink); text-align: left; padding-left: 1.2rem; }
        .figures .first { padding-left: 1.2rem; }
        .figures .words { text-align: left; }
        .figures tbody th { vertical-align: top; }
        .figures td.paper { vertical-align: top; color: var(--paper); }
        .figures th.paper { color: var(--paper); }
        .figures td.private, .figures th.private { color: var(--private); }
        .figures td.embedded, .figures th.embedded { color: var(--embedded); }
        .figures tbody + tbody tr:first-child th, .figures tbody + tbody tr:first-child td,
        .figures tfoot th, .figures tfoot td { border-top: 1px solid var(--rule); }
        .figures .chosen td:not(.paper) { background: var(--chosen); }
        .figures tfoot { font-weight: 650; }
        .regions tbody th, .regions tfoot th, .regions thead th:first-child { text-align: left; }
        .note { color: var(--quiet); font-size: 0.9rem; margin-bottom: 0.4rem; }

        .proof { display: grid; grid-template-columns: 15rem 1fr 15rem; gap: 2rem; align-items: start;
          margin-top: 1.2rem; }
        .picture { max-width: 15rem; }
        .digit { display: block; width: 100%; height: auto; fill: currentColor; border: 1px solid var(--rule);
          border-radius: 8px; background: var(--ground); }
        figcaption, caption { color: var(--quiet); font-size: 0.88rem; text-align: left; }
        figcaption { margin-top: 0.5rem; }
        caption { padding-bottom: 0.4rem; }
        .bars { width: 100%; font-size: 0.92rem; }
        .bars th { width: 1.6rem; text-align: left; font-weight: 500; }
        .bars td { padding: 0.12rem 0; }
        .bars .number { width: 1%; padding-left: 0.8rem; text-align: right; white-space: nowrap; }
        .bars .bar span { display: block; height: 0.8rem; min-width: 2px; border-radius: 3px;
          background: var(--quiet); opacity: 0.55; }
        .bars .winner { font-weight: 650; }
        .bars .winner th { font-weight: 650; }
        .bars .winner .bar span { background: var(--embedded); opacity: 1; }
        .facts { margin: 0.8rem 0 0; }
        .facts > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0.5rem 1rem; padding: 0.32rem 0;
          border-bottom: 1px solid var(--rule); }
        .facts > div:last-child { border-bottom: 0; }
        .facts dt { color: var(--quiet); }
        .facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        .sizes { margin: 0; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
        .sizes > div { grid-template-columns: 1fr auto; padding: 0.2rem 0; }
        .refusals ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.6rem 2rem;
          grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
        .refusals li { padding-left: 1.5rem; position: relative; min-width: 0; overflow-wrap: anywhere; }
        .refusals li::before { content: "✕"; position: absolute; left: 0; color: var(--paper);
          font-weight: 700; }
        .refusals .reason { display: block; color: var(--quiet); font-size: 0.9rem; }

        @media (max-width: 860px) {
          .proof { grid-template-columns: 1fr 1fr; gap: 1.5rem; }
          .sizes { grid-column: 1 / -1; }
        }
        @media (max-width: 600px) {
          body { padding: 1.5rem 0.75rem 3rem; }
          header { padding: 0 0.25rem; }
          .headline { font-size: 1.08rem; }
          .tiles { grid-template-columns: 1fr 1fr; gap: 1.2rem 1rem; }
          .tiles .value { font-size: 1.5rem; }
          section { padding: 1.1rem 1rem; border-radius: 12px; }
          .wide { display: none; }
          .narrow { display: block; }
          .scrolling { margin: 0 -1rem 1rem; padding: 0 1rem 0.4rem 0; }
          .figures tbody th, .figures tfoot th, .figures thead tr:last-child th:first-child,
          .figures thead td { position: sticky; left: 0; background: var(--card); z-index: 1; }
          .figures tr th:first-child { padding-left: 1rem; }
          .proof { grid-template-columns: 1fr; }
          .picture { max-width: 11rem; }
          .facts:not(.sizes) > div { grid-template-columns: 1fr; gap: 0; }
          .refusals ul { grid-template-columns: 1fr; }
        }
        @media print {
          :root {
            color-scheme: light;
            --ground: #ffffff; --card: #ffffff; --ink: #000000; --quiet: #444444; --rule: #cccccc;
            --private: #6a3fb5; --embedded: #08705a; --paper: #a2480f; --chosen: #eef5e9;
          }
          @page { margin: 14mm; }
          body { padding: 0; font-size: 10pt; max-width: none; }
          section { border: 0; border-radius: 0; padding: 0; margin-top: 1.5rem; }
          figure, tbody, .refusals li, .tiles div, .proof { break-inside: avoid; }
          h2, h3, section p { break-after: avoid; }
          .tiles { grid-template-columns: repeat(4, 1fr); }
          .wide { display: block; }
          .narrow { display: none; }
          .scrolling { overflow: visible; margin: 0 0 0.8rem; padding: 0; }
          .figures { font-size: 7.5pt; }
          .figures th, .figures td { position: static; padding: 0.2rem 0.3rem; }
          .figures thead th { font-size: 7.5pt; }
          .bars .bar span, .figures .chosen td { print-color-adjust: exact; }
        }
        """
}
