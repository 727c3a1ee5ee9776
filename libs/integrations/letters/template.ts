/**
 * The page, in Typst. Data comes in as JSON (sheet.ts) and is set as text, never as markup, so nothing that people
 * type can become an instruction. Colours and measures after the product's own look: one accent, grey labels, lines
 * instead of boxes.
 */
export const LETTER_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.sheet))
#let accent = rgb("#0b5a63")
#let grey = rgb("#55616b")
#let hair = 0.5pt + rgb("#c9d1d6")
#let ground = rgb("#f2f6f6")
#let towards(x) = if x == "rtl" { rtl } else { ltr }
#let pt(size) = size * d.size / 10 * 1pt
#let small(body) = text(size: pt(8.5), fill: grey, body)

#set document(title: d.title, author: d.hospital, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(font: d.fonts, fallback: false, lang: d.lang, dir: towards(d.dir), size: pt(10), hyphenate: false, top-edge: 0.72em, bottom-edge: "baseline")
#set par(leading: 0.6em, spacing: 0.65em)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 22mm),
  header: context if counter(page).get().first() > 1 {
    small(d.running)
    v(-4pt)
    line(length: 100%, stroke: hair)
  },
  footer: context {
    line(length: 100%, stroke: hair)
    v(-4pt)
    small(grid(
      columns: (1fr, auto),
      if d.draft != none { d.draft.note } else if counter(page).get().first() == 1 { d.running } else { d.hospital },
      d.page.at(0) + str(counter(page).get().first()) + d.page.at(1) + str(counter(page).final().first()) + d.page.at(2),
    ))
  },
  foreground: if d.draft != none {
    rotate(-32deg, text(size: 110pt, weight: "bold", fill: rgb(60, 70, 80, 26), d.draft.mark))
  },
)

#show heading.where(level: 1): it => block(above: 0pt, below: 9pt, text(size: pt(17), weight: "semibold", it.body))
#show heading.where(level: 2): it => block(above: 15pt, below: 6pt, sticky: true, text(size: pt(11), weight: "semibold", fill: accent, it.body))

#let paragraphs(list) = for x in list {
  // the block stays at this letter's edge, its lines begin at their own
  align(start, block(spacing: 0.65em, { set text(lang: x.lang, dir: towards(x.dir)); align(if x.dir == "rtl" { right } else { left }, x.text) }))
}
#let note(x) = if x != none { block(above: 3pt, small(x)) }

#let lines(list) = for x in list { block(spacing: 0.65em, x) }
#let prose(b) = if b.lead {
  block(width: 100%, above: 14pt, below: 4pt, breakable: true, fill: ground, inset: (x: 12pt, y: 11pt),
    stroke: if d.dir == "rtl" { (right: 2.5pt + accent) } else { (left: 2.5pt + accent) },
    {
      block(below: 8pt, heading(level: 2, b.heading))
      { set text(size: pt(11.5), weight: "semibold"); paragraphs(b.paragraphs) }
      note(b.note)
      lines(b.facts)
      v(3pt)
      text(weight: "semibold", d.freedom)
    })
} else {
  heading(level: 2, b.heading)
  paragraphs(b.paragraphs)
  note(b.note)
  lines(b.facts)
}

#let rows(b) = {
  heading(level: 2, b.heading)
  set text(size: 9pt)
  table(
    columns: b.widths.map(w => w * 1fr),
    inset: if d.dir == "rtl" { (left: 8pt, right: 0pt, y: 4pt) } else { (left: 0pt, right: 8pt, y: 4pt) },
    align: start,
    stroke: (x, y) => (bottom: hair),
    table.header(..b.head.map(h => table.cell(small(h)))),
    ..b.rows.flatten(),
  )
}

#let outcome(b) = block(
  width: 100%, above: 14pt, below: 4pt, breakable: true, fill: ground, inset: (x: 12pt, y: 11pt),
  stroke: if d.dir == "rtl" { (right: 2.5pt + accent) } else { (left: 2.5pt + accent) },
  {
    block(below: 8pt, heading(level: 2, b.heading + if b.outcome != none { ": " + b.outcome }))
    { set text(size: 11.5pt, weight: "semibold"); paragraphs(b.proposal) }
    note(b.note)
    v(3pt)
    grid(
      columns: (32mm, 1fr), column-gutter: 10pt, row-gutter: 8pt,
      ..b.facts.map(f => (small(f.label), { paragraphs(f.paragraphs); note(f.note) })).flatten(),
    )
    v(5pt)
    line(length: 100%, stroke: hair)
    v(1pt)
    text(weight: "semibold", d.freedom)
  },
)

#grid(
  columns: (1fr, auto), column-gutter: 12mm,
  {
    block(below: 6pt, text(size: 13pt, weight: "semibold", fill: accent, d.hospital))
    for x in d.under { block(spacing: 5pt, small(x)) }
  },
  grid(columns: 2, column-gutter: 8pt, row-gutter: 5pt, align: (start, end), ..d.meta.map(m => (small(m.at(0)), text(weight: "semibold", m.at(1)))).flatten()),
)
#v(2pt)
#line(length: 100%, stroke: 1.2pt + accent)
#v(6pt)
#grid(columns: (auto, 1fr), column-gutter: 8pt, small(d.to.label), for x in d.to.lines { block(spacing: 6pt, x) })
#v(16pt)
#if d.mark != none { block(below: 7pt, box(stroke: 0.8pt + accent, radius: 3pt, inset: (x: 7pt, y: 4pt), text(weight: "semibold", fill: accent, d.mark))) }
#heading(level: 1, d.title)
#if d.draft != none { block(below: 9pt, text(weight: "semibold", fill: rgb("#8a5300"), d.draft.note)) }
#note(d.notice)
#v(2pt)

#block(width: 100%, stroke: hair, radius: 3pt, inset: (x: 12pt, y: 10pt), breakable: false, {
  small(d.banner.label)
  block(above: 4pt, below: 8pt, {
    text(size: 14pt, weight: "semibold", d.banner.name)
    if d.banner.transliteration != none { h(8pt); text(size: 11pt, fill: grey, d.banner.transliteration) }
  })
  grid(
    columns: (1fr, 0.7fr, 1fr), column-gutter: 10pt, row-gutter: 8pt,
    ..d.banner.facts.map(f => { small(f.at(0)); linebreak(); f.at(1) }),
    ..if d.banner.allergies == none { () } else { (grid.cell(colspan: 3, {
      small(d.banner.allergies.label)
      linebreak()
      if d.banner.allergies.strong { text(weight: "bold", fill: rgb("#9b1c1c"), d.banner.allergies.text) } else { d.banner.allergies.text }
    }),) },
  )
})

#for b in d.blocks {
  if b.kind == "prose" { prose(b) } else if b.kind == "table" { rows(b) } else { outcome(b) }
}

#if d.signatures != none {
  heading(level: 2, d.signatures.heading)
  grid(
    columns: (1fr, 1fr), column-gutter: 10mm, row-gutter: 16pt,
    ..d.signatures.items.map(s => block(width: 100%, breakable: false, stroke: (top: if s.signed { 1pt + accent } else { (paint: grey, thickness: 0.5pt, dash: "dashed") }), inset: (top: 5pt), {
      text(weight: "semibold", s.name)
      linebreak()
      small(s.who)
      linebreak()
      if s.signed { text(size: 9pt, s.line) } else { text(size: 9pt, fill: rgb("#8a5300"), s.line) }
    })),
  )
}
#if d.hash != none {
  v(8pt)
  small(d.hash.label)
  linebreak()
  text(size: 8pt, dir: ltr, d.hash.value)
}
`;
