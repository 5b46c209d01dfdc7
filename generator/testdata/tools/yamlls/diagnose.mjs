// Asks the YAML language server what it says of files, by the schema that their
// first line names: one JSON object a line, {"file":…,"line":…,"message":…},
// lines from 1. Usage: node diagnose.mjs FILE…
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const { getLanguageService } = load('yaml-language-server/out/server/src/languageservice/yamlLanguageService.js');
const { TextDocument } = load('vscode-languageserver-textdocument');
const { SettingsState } = load('yaml-language-server/out/server/src/yamlSettings.js');

const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(new URL(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (relative, from) => new URL(relative, from).href },
  yamlSettings: new SettingsState(),
});
service.configure({ validate: true, yamlVersion: '1.2', hover: true, completion: true, format: false, customTags: [], schemas: [] });

for (const name of process.argv.slice(2)) {
  const text = TextDocument.create(pathToFileURL(name).href, 'yaml', 1, readFileSync(name, 'utf8'));
  for (const d of await service.doValidation(text, false)) {
    console.log(JSON.stringify({ file: name, line: d.range.start.line + 1, message: d.message }));
  }
}
