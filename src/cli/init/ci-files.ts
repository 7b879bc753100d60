/** The build servers that files are written for. */
export const ciSystems: readonly ['github', 'gitlab'] = ['github', 'gitlab'];

export type CiSystem = (typeof ciSystems)[number];

/** A file for a build server. */
export interface CiFile {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly content: string;
  /** What the user has to add to a file of their own. */
  readonly include?: string;
}

/**
 * The file that has a build server check the translations of every change.
 *
 * @param version of this package.
 */
export function ciFileFor(system: CiSystem, version: string): CiFile {
  return system === 'github' ? githubWorkflow(version) : gitlabJob(version);
}

function githubWorkflow(version: string): CiFile {
  return {
    file: '.github/workflows/translations.yml',
    content: `name: Translations
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Check the translations
        run: npx --yes paralign@${version} check --reporter github --reporter github-summary=paralign-summary.md
      - name: Show all findings in the summary
        if: always()
        run: test ! -f paralign-summary.md || cat paralign-summary.md >> "$GITHUB_STEP_SUMMARY"
`,
  };
}

function gitlabJob(version: string): CiFile {
  return {
    file: '.gitlab/translations.yml',
    content: `translations:
  image: node:22
  script:
    - npx --yes paralign@${version} check --reporter text --reporter gitlab=gl-code-quality-report.json --reporter junit=paralign.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: paralign.xml
`,
    include: `include:
  - local: .gitlab/translations.yml
`,
  };
}
