/// The page's looks: one column that is easy to read, on light and dark screens and on paper.
enum HTMLStyle {
    static let text = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --muted: #595959; --line: #d9d9d9;
          --soft: #f4f6f8; --verdict: #0b5cad; --warning: #9a5b00; --warning-soft: #fff7e8; }
        @media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e8e8e8; --muted: #a8adb3;
          --line: #3a3e44; --soft: #1f2226; --verdict: #6cb4ff; --warning: #f0b35a; --warning-soft: #2a2417; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
        p { margin: .5rem 0; }
        .verdict { font-size: 1.2rem; font-weight: 600; margin: 1rem 0; padding: .75rem 1rem; background: var(--soft);
          border-left: 4px solid var(--verdict); }
        .warnings { margin: .5rem 0; padding: .5rem 1rem .5rem 2rem; background: var(--warning-soft);
          border-left: 4px solid var(--warning); }
        .warnings li { margin: .35rem 0; }
        .note { color: var(--muted); font-size: .9rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .85rem; margin: .5rem 0; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .55rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
          overflow-wrap: normal; }
        th { font-weight: 600; color: var(--muted); white-space: nowrap; }
        .number { text-align: right; white-space: nowrap; }
        .set-off td { font-weight: 600; }
        figure { margin: 1rem 0; }
        img { display: block; width: 100%; height: auto; }
        .paper { background: #fff; padding: .25rem; border-radius: 4px; }
        pre { background: var(--soft); padding: .75rem 1rem; white-space: pre-wrap; font-size: .85rem; margin: .5rem 0; }
        code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        p code { background: var(--soft); padding: .1em .3em; font-size: .9em; }
        @media print { body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
          figure, tr, pre, .verdict, .warnings li { break-inside: avoid; } h2, h3 { break-after: avoid; }
          .wide { overflow: visible; } }
        """
}
