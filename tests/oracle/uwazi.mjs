// Reads an export's folder as Uwazi would: by the code of Uwazi's own import, bundled out of a checkout of it.
// node uwazi.mjs ORACLE (node_modules) UWAZI (checkout) FOLDER LANGUAGE: prints what it read as JSON, or fails as Uwazi would.
import { createRequire } from 'module';
import { createReadStream, mkdtempSync, readFileSync } from 'fs';
import path from 'path';
import { tmpdir } from 'os';

const [oracle, uwazi, folder, language] = process.argv.slice(2);
const load = createRequire(path.join(oracle, 'node_modules', 'x.js'));
const app = path.join(uwazi, 'app');
const entry = `
  export { thesauriFromStream } from 'api/csv/importThesauri';
  export { extractEntity } from 'api/csv/entityRow';
  export { validateColumns } from 'api/csv/validateColumns';
  export { default as parsers } from 'api/csv/typeParsers';
  export { default as csv } from 'api/csv/csv';
  export { safeName } from 'shared/propertyNames';`;
// What of Uwazi needs its database: not asked by what is used here.
const stubs = {
  'api/templates': "export { safeName } from 'shared/propertyNames'; import * as all from 'shared/propertyNames'; export const templateUtils = all;",
  'api/utils': "export const createError = (message) => new Error(message);",
  'api/csv/importFile': 'export default undefined;',
};
const empty = 'export default {}; export const normalizeThesaurusLabel = undefined; export const generateID = undefined;';
const plugin = {
  name: 'uwazi',
  setup(build) {
    build.onResolve({ filter: /^(api|shared)\// }, found => {
      if (found.path in stubs) return { path: found.path, namespace: 'stub' };
      if (/^api\/csv\//.test(found.path) || /^shared\//.test(found.path))
        return build.resolve(`./${found.path}`, { kind: 'import-statement', resolveDir: app });
      return { path: found.path, namespace: 'empty' };
    });
    build.onResolve({ filter: /importFile$|typeParsers\/(select|multiselect|relationship|generatedid)$/ }, () => (
      { path: 'unused', namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, found => ({ contents: stubs[found.path], resolveDir: app }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: empty }));
  },
};
const out = path.join(mkdtempSync(path.join(tmpdir(), 'uwazi-')), 'bundle.cjs');
await load('esbuild').build({
  stdin: { contents: entry, resolveDir: app, loader: 'ts' },
  bundle: true, platform: 'node', format: 'cjs', outfile: out, plugins: [plugin], logLevel: 'error',
  nodePaths: [path.join(oracle, 'node_modules')],
});
const { thesauriFromStream, extractEntity, validateColumns, parsers, csv, safeName } = createRequire(out)(out);
const languages = ['kk', 'ru', 'en'];
const wanted = JSON.parse(readFileSync(path.join(folder, 'wanted.json'), 'utf8'));
const thesauri = {};
for (const name of wanted.thesauri)
  thesauri[name] = await thesauriFromStream(createReadStream(path.join(folder, 'thesauri', `${name}.csv`)), language, languages);
const entities = {};
for (const [name, properties] of Object.entries(wanted.templates)) {
  const place = path.join(folder, `${name}.csv`);
  const file = { readStream: async () => createReadStream(place) };
  const template = { properties: properties.map(([label, type]) => ({ label, type, name: safeName(label) })) };
  await validateColumns(file, template, languages, language, false);
  entities[name] = [];
  let failed;
  await csv(await file.readStream(), true).onRow(async row => {
    const { rawEntity } = extractEntity(row, languages, language, language, {}, false);
    const read = { title: rawEntity.propertiesFromColumns.title };
    for (const property of template.properties) {
      const given = rawEntity.propertiesFromColumns[property.name];
      if (!given) continue;
      const parse = ['date', 'numeric', 'text'].includes(property.type) ? parsers[property.type] : null;
      read[property.label] = parse ? (await parse(rawEntity, property, 'yyyy-mm-dd'))[0].value : given.split('|');
    }
    entities[name].push(read);
  }).onError(async error => { failed = error; }).read();
  if (failed) throw failed;
}
process.stdout.write(JSON.stringify({ thesauri, entities }));
