/** How every YAML text is read here, so that what is checked, shown in a form and written back is the same: YAML 1.2, no merge keys. */
export const yamlRules = { merge: false, schema: 'core', version: '1.2' } as const;
