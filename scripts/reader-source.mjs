/**
 * Returns the source text of a reader for a zod schema. Throws for types of schemas that replies do not use.
 * @param {import('zod/mini').ZodMiniType} schema
 * @param {(transform: Function) => string} nameOf - returns the name by which the code can call a schema's transform
 */
export function readerSource(schema, nameOf) {
  const source = (inner) => readerSource(inner, nameOf);
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return 'r.text';
    case 'boolean':
      return 'r.flag';
    case 'number':
      return 'r.number';
    case 'unknown':
      return 'r.anything';
    case 'literal':
      return `r.one(${def.values.map((value) => JSON.stringify(value))})`;
    case 'enum':
      return `r.one(${Object.values(def.entries).map((value) => JSON.stringify(value))})`;
    case 'array':
      return `r.list(${source(def.element)})`;
    case 'optional':
      return `r.optional(${source(def.innerType)})`;
    case 'nullable':
      return `r.nullable(${source(def.innerType)})`;
    case 'catch':
      return `r.lenient(${source(def.innerType)})`;
    case 'union':
      return def.options.map(source).reduceRight((rest, option) => `r.either(${option}, ${rest})`);
    case 'pipe':
      return `r.chain(${source(def.in)}, ${source(def.out)})`;
    case 'transform':
      return nameOf(def.transform);
    case 'object': {
      const fields = Object.entries(def.shape);
      if (!fields.length && def.catchall) return 'r.freeForm';
      return `r.object({ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${source(field)}`).join(', ')} })`;
    }
    default:
      throw new Error(`reply-readers: no reader for a schema of type ${def.type}`);
  }
}
