import { expect, test } from 'vitest';
import { createMessages } from '../../src/report/messages/index.ts';
import { jsonProblems, textProblems } from '../../src/report/tmx-problems.ts';
import type { TmxProblem } from '../../src/tmx/problem.ts';

const problem = (rule: string, line: number): TmxProblem => ({
  rule,
  severity: 'info',
  line,
  column: 1,
  message: 'It is odd.',
});
const counts = { error: 0, warning: 0, info: 14 };

test('of one rule ten problems are told to people, and how many more there are; programs get all', () => {
  const messages = createMessages('en-GB');
  const problems = [...Array.from({ length: 13 }, (_, k) => problem('own', k + 1)), problem('other', 20)];
  const text = textProblems('memory.tmx', messages);
  const told = problems.map((one) => text.problem(one)).join('') + text.end(counts);
  expect(told.match(/memory\.tmx:\d+:1/g)).toHaveLength(11);
  expect(told).toContain('memory.tmx:20:1');
  expect(told).toContain('own: 3 more, see --reporter json\n\n14 notes\n');
  expect(told).not.toContain('other: ');
  const json = jsonProblems(messages);
  const all = JSON.parse(problems.map((one) => json.problem(one)).join('') + json.end(counts)) as {
    problems: unknown[];
  };
  expect(all.problems).toHaveLength(14);
});
