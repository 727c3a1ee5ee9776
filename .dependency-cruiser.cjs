/** Who may import what. Each rule says why; `test/architecture` plants a violation of each and expects it to be caught. */
const lib = (name, allowed, comment) => ({
  name: `${name}-imports`, severity: 'error', comment,
  from: { path: `^libs/${name}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(apps|libs|workflows)/', pathNot: [`^libs/${name}/`, ...allowed.map((l) => `^libs/${l}/`)] },
});
const app = (name, allowed, comment) => ({
  name: `${name}-imports`, severity: 'error', comment,
  from: { path: `^apps/${name}/`, pathNot: '\\.spec\\.tsx?$' },
  to: { path: '^(apps|libs|workflows)/', pathNot: [`^apps/${name}/`, ...allowed.map((l) => `^libs/${l}/`)] },
});
module.exports = {
  forbidden: [
    { name: 'workflows-own', severity: 'error', comment: 'a workflow sees the world through activities: anything else breaks replay',
      from: { path: '^workflows/', pathNot: '\\.spec\\.ts$' }, to: { path: '^(apps|libs)/', pathNot: '^libs/messages/' } },
    { name: 'domain-npm', severity: 'error', comment: 'the domain is pure: it must give the same answer anywhere, for ever',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/(@types/)?luxon/' } },
    { name: 'domain-core', severity: 'error', comment: 'no input or output in the domain',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' }, to: { dependencyTypes: ['core'] } },
    { name: 'messages-types-of-domain', severity: 'error', comment: 'values would enter the workflow bundle',
      from: { path: '^libs/messages/' }, to: { path: '^libs/domain/', dependencyTypesNot: ['type-only'] } },
    lib('domain', [], 'the domain knows nobody'),
    lib('messages', ['domain'], 'messages are shapes only'),
    lib('proof', [], 'a verifier must not share code with what it verifies'),
    lib('persistence', ['domain'], 'tables know the domain types and nothing above them'),
    lib('files', ['domain'], 'a store knows bytes'),
    lib('locales', ['domain'], 'words know nothing'),
    lib('config', ['domain'], 'settings are read once and know nobody'),
    lib('door', ['domain', 'persistence', 'files', 'proof', 'messages'], 'the door decides and commits; it sends nothing itself'),
    lib('delivery', ['persistence', 'messages', 'domain'], 'delivery carries news; it decides nothing'),
    lib('activities', ['door', 'delivery', 'persistence', 'integrations', 'files', 'messages', 'domain', 'locales'], 'what workflows may ask of the world'),
    lib('access', ['domain', 'persistence'], 'sign-in knows people, not cases'),
    lib('integrations', ['domain', 'locales'], 'outside systems behind ports'),
    app('api', ['door', 'delivery', 'access', 'persistence', 'files', 'integrations', 'config', 'domain', 'locales', 'messages', 'proof'], 'HTTP in, door or reading out'),
    app('worker', ['activities', 'delivery', 'door', 'persistence', 'integrations', 'files', 'config', 'domain', 'messages', 'locales'], 'the worker hosts activities'),
    app('cli', ['door', 'delivery', 'persistence', 'proof', 'config', 'domain', 'files', 'integrations', 'messages', 'activities'], 'the command line; the demo makes its letters as the worker does'),
    app('web', ['locales', 'proof'], 'the screen shows what the api says and holds no rule'),
    app('local', ['config'], 'it starts processes and imports none of them'),
    { name: 'one-way-in', severity: 'error', comment: 'a lib is imported by its name, so that its index stays its contract',
      from: { path: '^(apps|libs|workflows)/([^/]+)/' }, to: { path: '^libs/', pathNot: ['^$1/$2/', '^libs/[^/]+/index\\.ts$'] } },
    { name: 'no-circular', severity: 'error', comment: 'a circle has no first file to read', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', comment: 'nobody finds it', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: '^node_modules' }, exclude: { path: ['^dist/', '^apps/web/generated/'] }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' },
    // Without `source`, #names resolve to dist, which is excluded, and illegal imports would pass silently once a build exists.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
