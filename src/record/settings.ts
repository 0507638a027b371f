import { type Allowed, enumProperties, nothingAllowed } from '../model/allowed.ts';
import { type Severity, severities } from '../model/severity.ts';
import { defaultSeverities, type RuleId, ruleIds } from './rules/index.ts';

/** The start of the name of every setting, before a dot. */
export const section = 'backupResponse';

/** The settings that allow values and names beside the schema, without the section. */
export const allowedSettings = { values: 'additionalValues', properties: 'additionalProperties' } as const;

/** How the user wants records to be checked. */
export interface CheckSettings {
  readonly severities: Severities;
  readonly allowed: Allowed;
}

/** The severity of every rule. */
export type Severities = Readonly<Record<RuleId, Severity>>;

/** Gives the value of a setting, by its name without the section. */
export type GetSetting = (name: string) => unknown;

export const defaultSettings: CheckSettings = { severities: defaultSeverities, allowed: nothingAllowed };

/** Reads the severities of the rules. One that is missing or unknown is the default. */
export function readSeverities(get: GetSetting): Severities {
  const chosen = get('rules');
  const entries = ruleIds.map((id): [RuleId, Severity] => {
    const severity = propertyOf(chosen, id);
    return [id, severities.find((known) => known === severity) ?? defaultSeverities[id]];
  });
  return Object.fromEntries(entries) as Severities;
}

/** Reads the values and names that a record may have beside the schema. Only lists of strings are read. */
export function readAllowed(get: GetSetting): Allowed {
  const values = get(allowedSettings.values);
  return {
    values: Object.fromEntries(enumProperties.map(([name]) => [name, stringsIn(propertyOf(values, name))])),
    properties: stringsIn(get(allowedSettings.properties)),
  };
}

/** A property of a value of any type. A name such as `__proto__` in the settings gives it none. */
function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
