/** Answers to any form of the product: what is known by field id, and for other required fields something that the form admits. */
export function answersTo(form, known = {}) {
  const fields = form.sections.flatMap((section) => section.fields);
  return Object.fromEntries(fields.flatMap((field) => {
    if (known[field.id] !== undefined) return [[field.id, { state: 'given', value: known[field.id] }]];
    if (!field.required || field.showWhen) return [];
    return [[field.id, usual(field)]];
  }));
}

function usual(field) {
  switch (field.kind) {
    case 'choice': return { state: 'given', value: field.options[0] };
    case 'choices': return { state: 'given', value: field.options.slice(0, 1) };
    case 'number': return { state: 'given', value: Math.max(field.min ?? 0, 20) };
    case 'yesNo': return { state: 'given', value: true };
    case 'date': return { state: 'given', value: '2026-09' };
    case 'rows': return field.allowNotApplicable ? { state: 'notApplicable', reason: 'Nothing of the kind.' } : { state: 'given', value: [answersTo({ sections: [{ fields: field.rows }] })] };
    default: return { state: 'given', value: 'See the documents.' };
  }
}

/** A small PDF, valid enough for any viewer. */
export function pdf(text) {
  const content = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`;
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${content.length}>>stream\n${content}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => { const at = body.length; body += `${index + 1} 0 obj${object}endobj\n`; return at; });
  const start = body.length;
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
}
