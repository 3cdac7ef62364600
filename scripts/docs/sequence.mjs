// Sequence diagrams in Mermaid's syntax, which GitHub draws too. Supported are participants, messages and notes.
import { escapeHtml } from './html.mjs';

const rowHeight = 46;
const characterWidth = 6.5;
const boxHeight = 38;

/** Reads a source into participants and steps. */
function parse(source) {
  const names = new Map();
  const steps = [];
  for (const line of source.split('\n').map((text) => text.trim())) {
    const [, id, label] = line.match(/^participant (\w+) as (.+)$/) ?? [];
    const [, from, arrow, to, text] = line.match(/^(\w+)(-?->>)(\w+): (.+)$/) ?? [];
    const [, first, last, note] = line.match(/^Note over (\w+)(?:,(\w+))?: (.+)$/) ?? [];
    if (id) names.set(id, label);
    else if (from) steps.push({ from, to, text, isReply: arrow === '-->>' });
    else if (first) steps.push({ from: first, to: last ?? first, text: note, isNote: true });
    else if (line && line !== 'sequenceDiagram') throw new Error(`Unknown line of a sequence diagram: ${line}`);
  }
  for (const { from, to } of steps) {
    for (const id of [from, to]) if (!names.has(id)) throw new Error(`No participant ${id} in a sequence diagram`);
  }
  return { names, steps };
}

/** The horizontal centers of the participants; the longest text between two neighbors determines their distance. */
function columnsOf(ids, names, steps) {
  const widthOf = (text) => text.length * characterWidth + 28;
  const centers = [];
  for (const [index, id] of ids.entries()) {
    const own = widthOf(names.get(id)) / 2;
    if (index === 0) {
      centers.push(
        Math.max(own, ...steps.filter(({ isNote, to }) => isNote && to === id).map((one) => widthOf(one.text) / 2)) + 1,
      );
      continue;
    }
    const needed = steps
      .filter((step) => Math.max(ids.indexOf(step.from), ids.indexOf(step.to)) === index)
      .map((step) => {
        const other = Math.min(ids.indexOf(step.from), ids.indexOf(step.to));
        return step.from === step.to
          ? centers[index - 1] + widthOf(step.text) / 2 + 12
          : centers[other] + widthOf(step.text);
      });
    centers.push(Math.max(centers[index - 1] + widthOf(names.get(ids[index - 1])) / 2 + own + 20, ...needed));
  }
  return centers;
}

/** A diagram as a picture, and as a list for screen readers and narrow screens. */
export function renderSequence(source) {
  const { names, steps } = parse(source);
  const ids = [...names.keys()];
  const centers = columnsOf(ids, names, steps);
  const at = (id) => centers[ids.indexOf(id)];
  const lastNote = Math.max(
    0,
    ...steps
      .filter(({ isNote, to }) => isNote && to === ids.at(-1))
      .map(({ text }) => (text.length * characterWidth + 28) / 2),
  );
  const width = Math.ceil(
    centers.at(-1) + Math.max((names.get(ids.at(-1)).length * characterWidth + 28) / 2, lastNote) + 1,
  );
  const height = boxHeight + (steps.length + 0.5) * rowHeight;
  const lifelines = ids.map((id) => {
    const half = (names.get(id).length * characterWidth + 28) / 2;
    return `<path class="life" d="M${at(id)} ${boxHeight}V${height}"/><rect class="box" x="${at(id) - half}" y="1" width="${half * 2}" height="${boxHeight - 2}" rx="8"/><text class="name" x="${at(id)}" y="24">${escapeHtml(names.get(id))}</text>`;
  });
  const drawn = steps.map((step, index) =>
    drawStep(step, at(step.from), at(step.to), boxHeight + (index + 1) * rowHeight),
  );
  const items = steps.map(({ from, to, text, isNote }) => {
    const who = isNote
      ? [...new Set([from, to])].map((id) => names.get(id)).join(', ')
      : `${names.get(from)} → ${names.get(to)}`;
    return `<li><b>${escapeHtml(who)}:</b> ${escapeHtml(text)}</li>`;
  });
  return `<figure class="sequence"><div class="drawing"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${lifelines.join('')}${drawn.join('')}</svg></div>
<ol>${items.join('\n')}</ol></figure>\n`;
}

function drawStep({ text, isNote, isReply }, from, to, y) {
  const middle = (from + to) / 2;
  const label = `<text x="${middle}" y="${isNote ? y - 5 : y - 8}">${escapeHtml(text)}</text>`;
  if (isNote) {
    const width = Math.max(text.length * characterWidth + 24, Math.abs(to - from) + 40);
    return `<rect class="note" x="${middle - width / 2}" y="${y - 24}" width="${width}" height="30" rx="6"/>${label}`;
  }
  const direction = Math.sign(to - from);
  const tip = to - direction * 2;
  return `<path class="${isReply ? 'reply' : 'call'}" d="M${from} ${y}H${tip}"/><path class="tip" d="M${tip} ${y}l${-8 * direction} -4v8z"/>${label}`;
}
