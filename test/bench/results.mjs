// RESULTS.md: what people wrote stays, what a measurement says goes between its own two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const file = new URL('RESULTS.md', import.meta.url);

/** Replaces one generated section.
 * @param {string} name @param {string} text markdown */
export function writeSection(name, text) {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const before = readFileSync(file, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`RESULTS.md has no section ${name}: ${begin} … ${end}`);
  const after = `${before.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${before.slice(to)}`;
  writeFileSync(file, after);
}

/** What the numbers were measured with. The date is given, so that a run can be repeated to the letter.
 * @param {string} date @param {string[]} more */
export function machine(date, ...more) {
  const cores = cpus();
  const model = cores[0]?.model.replace(/\s+/g, ' ').trim() ?? 'unknown processor';
  return [date, `${cores.length} cores of ${model}`, `Node ${process.versions.node}`, ...more].join(' · ');
}

/** BENCH_DATE, or else today. */
export const dateOfRun = () => process.env.BENCH_DATE ?? new Date().toISOString().slice(0, 10);

/** A table in markdown, numbers to the right.
 * @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
