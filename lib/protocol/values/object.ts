import * as v from 'valibot'

const noList = v.never('must be an object, not a list')

/**
 * An object with these fields; others are left out. Unlike `v.object` it refuses an array, even if no field is
 * required.
 */
export function object<Fields extends v.ObjectEntries>(fields: Fields): v.ObjectSchema<Fields, undefined> {
  const schema = v.object(fields)
  return {
    ...schema,
    '~run': (dataset, config) =>
      Array.isArray(dataset.value) ? noList['~run'](dataset, config) : schema['~run'](dataset, config),
  }
}
