import { Random } from '../../support/random.ts';
import type { TextDocument } from '../../support/text-document.ts';
import type { ContestantModule } from '../contestants.ts';
import { type Change, Editing, type Place } from '../editing.ts';
import { type Format, readDocument } from '../files.ts';
import { type Checked, maxShown, open } from '../ours.ts';
import { answer, collectGarbage } from '../processes.ts';
import { median, percentile } from '../statistics.ts';

/** Milliseconds from the event to the complete findings. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly count: number;
}

export interface Edits {
  readonly findings: number;
  /** The time of the document itself for a typed character, before listeners are told. */
  readonly document: number;
  /** `getText()`: the first cost of a check of the whole text. */
  readonly getText: number;
  readonly first: number;
  readonly typing: Times;
  readonly jumping: Times;
  /** An unclosed quote, and its removal: two edits. */
  readonly quote: Times;
  /** A record removed, and put back: two edits. */
  readonly record: Times;
  /** The time of the incumbent; absent where it cannot read the file. */
  readonly incumbent?: number;
}

/* Arguments: the file, its format, the incumbent's bundle or nothing, how long each kind of edit may take, in ms. */
const [path = '', format, bundle = '', limit] = process.argv.slice(2) as [string, Format, string, string];
const maxEdits = 300;

async function measure(): Promise<Edits> {
  const document = readDocument(path);
  const checked = open(document, format);
  checked.step();
  const findings = checked.findings(maxShown, 0).length;
  const editing = new Editing(document, new Random(7));
  collectGarbage();

  const applying: number[] = [];
  const check = (change: Change): number => {
    const start = performance.now();
    document.apply([change]);
    const applied = performance.now();
    applying.push(applied - start);
    checked.change([change]);
    checked.step();
    checked.findings(maxShown, change.range.start.line);
    return performance.now() - applied;
  };
  const both = (change: Change): number => {
    const undo = editing.undoOf(change);
    return check(change) + check(undo);
  };

  const middle = editing.nameNear(document.lineCount / 2, 0.5);
  const first = check(editing.typed(middle, 'x'));
  const typing = timesOf((edit) => check(editing.typed(after(middle, edit + 1), 'x')));
  const jumping = timesOf(() => check(editing.typed(editing.anyName(), 'y')));
  const quote = timesOf(() => both(editing.typed(middle, '"')));
  const record = timesOf(() =>
    both(editing.removed(editing.recordAround(editing.nameNear(document.lineCount / 2, 0.5)))),
  );

  assertSame(checked, document);
  return {
    findings,
    document: median(applying),
    getText: median([1, 2, 3].map(() => timeOf(() => document.getText()))),
    first,
    typing,
    jumping,
    quote,
    record,
    ...(bundle !== '' && { incumbent: await incumbentTime(document) }),
  };
}

/** Repeats an edit until there are enough for a percentile, or as often as time allows. */
function timesOf(edit: (count: number) => number): Times {
  const times: number[] = [];
  const end = performance.now() + Number(limit);
  while (times.length < maxEdits && (times.length < 5 || performance.now() < end)) times.push(edit(times.length));
  return { median: median(times), p95: percentile(times, 95), count: times.length };
}

/** The results must be right too: after all that, the findings are those of a new index. */
function assertSame(checked: Checked, document: TextDocument): void {
  const fresh = open(document, format);
  fresh.step();
  const [after, expected] = [checked, fresh].map((one) => JSON.stringify(one.findings(maxShown, 0)));
  if (after !== expected) throw new Error('After the edits the findings are not those of a check from scratch.');
}

/** The same edit for VS Code's JSON service is a check of the whole text. */
async function incumbentTime(document: TextDocument): Promise<number> {
  const { check }: ContestantModule = require(bundle);
  const text = document.getText();
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    await check(text, format);
    times.push(performance.now() - start);
  }
  return median(times);
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function after({ line, character }: Place, characters: number): Place {
  return { line, character: character + characters };
}

measure().then(answer);
