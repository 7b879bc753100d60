// Checks that imports run one way between the rooms of src/, and that each room keeps to itself what is its own:
//
//   cli -> review -> report -> check -> align -> segment -> read -> model,  report -> tmx -> model,
//   read -> tmx (for its XML),  cli -> workers -> align,  lexicon -> tmx, read, model
//
// A room may import any room to its right. It prints each import that does not keep to this and exits with 1.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** For each room, the rooms it may import besides itself. `index`, `corpora` and `workers` are the entry points beside the rooms. */
const MAY_IMPORT = {
  model: [],
  read: ['tmx', 'model'],
  segment: ['read', 'model'],
  align: ['segment', 'read', 'model'],
  tmx: ['model'],
  lexicon: ['tmx', 'read', 'model'],
  check: ['align', 'segment', 'read', 'model'],
  report: ['check', 'align', 'segment', 'read', 'tmx', 'model'],
  review: ['report', 'check', 'align', 'segment', 'read', 'tmx', 'model'],
  corpora: ['segment', 'read', 'model'],
  workers: ['align', 'segment', 'read', 'model'],
  index: ['review', 'report', 'check', 'align', 'segment', 'read', 'lexicon', 'tmx', 'model'],
  cli: [
    'index',
    'corpora',
    'workers',
    'review',
    'report',
    'check',
    'align',
    'segment',
    'read',
    'lexicon',
    'tmx',
    'model',
  ],
};

/** For each package, where alone it may be imported: a room or a file. */
const ONLY_IN = {
  chokidar: 'cli/',
  commander: 'cli/',
  lilconfig: 'cli/',
  picomatch: 'cli/',
  tinyglobby: 'cli/',
  i18next: 'report/',
  diff: 'tmx/',
  'fast-xml-parser': 'tmx/xml.ts',
  'jsonc-parser': 'read/i18next/json-values.ts',
  parse5: 'read/html-page.ts',
  'css-select': 'read/html-page.ts',
  yaml: 'read/front-matter.ts',
  fflate: 'read/office/office-package.ts',
};

/** The rooms that run in Node.js only; everything else also runs in a browser. */
const NODE_ROOMS = ['cli', 'workers'];
/** Globals that only the command may touch. */
const NODE_GLOBALS = ['process', 'Buffer', 'console', '__dirname', '__filename', 'require', 'global'];

/**
 * @param {string} folder the source folder.
 * @returns {{ files: number, problems: string[] }} how many files were read, and one line a violation.
 */
function checkImports(folder) {
  const problems = [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(sep).join('/'))
    .sort();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2023, true);
    const room = roomOf(file);
    const report = (node, message) => {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`src/${file}:${line + 1}:${character + 1} ${message}`);
    };
    if (!(room in MAY_IMPORT)) {
      report(source, `${room} is not a room: add it to scripts/check-imports.mjs and docs/ARCHITECTURE.md`);
      continue;
    }
    visit(source, (node) => {
      const specifier = specifierOf(node);
      if (specifier !== undefined) {
        const problem = specifier.startsWith('.')
          ? checkRelative(folder, file, room, specifier)
          : checkPackage(file, room, specifier);
        if (problem !== undefined) report(node, problem);
      } else if (room !== 'cli' && isGlobal(node)) report(node, `only src/cli touches ${node.text}`);
    });
  }
  return { files: files.length, problems };
}

function roomOf(file) {
  const [first] = file.split('/');
  return first.replace(/\.ts$/, '');
}

function checkRelative(folder, file, room, specifier) {
  const to = relative(folder, resolve(dirname(join(folder, file)), specifier))
    .split(sep)
    .join('/');
  // The texts of the corpora are data beside the code.
  if (to.startsWith('../')) return room === 'corpora' ? undefined : `it imports ${to} from outside src`;
  const target = roomOf(to);
  if (target === room || MAY_IMPORT[room].includes(target)) return undefined;
  return `${room} must not import ${target} (${specifier})`;
}

function checkPackage(file, room, specifier) {
  if (specifier.startsWith('node:'))
    return NODE_ROOMS.includes(room) ? undefined : `only src/cli and src/workers import ${specifier}`;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const place = ONLY_IN[name];
  if (place !== undefined && !file.startsWith(place)) return `only src/${place} imports ${name}`;
  return undefined;
}

/** The module a node imports: in an import, an export from, an `import()` or an `import('…')` type. */
function specifierOf(node) {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return node.moduleSpecifier.text;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0] && ts.isStringLiteralLike(node.arguments[0]) ? node.arguments[0].text : undefined;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal.text;
  return undefined;
}

/** Whether a node is one of Node's globals being used, not a property or a name of ours that is written the same. */
function isGlobal(node) {
  if (!ts.isIdentifier(node) || !NODE_GLOBALS.includes(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isElementAccessExpression(parent);
}

function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

const folder = process.argv[2] ?? fileURLToPath(new URL('../src', import.meta.url));
const { files, problems } = checkImports(folder);
for (const problem of problems) console.error(problem);
console.log(`${files} source files, ${problems.length} imports against the direction`);
process.exitCode = problems.length > 0 || files === 0 ? 1 : 0;
