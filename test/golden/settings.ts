import type { Config } from './schema';

/** Reads a record's settings; what nobody asked for is an error, so that no setting is passed over. */
export class Settings {
  private readonly asked = new Set<string>();
  constructor(private readonly config: Config) {}

  private take(name: string): unknown {
    this.asked.add(name);
    return this.config[name];
  }
  has(name: string): boolean {
    return Object.hasOwn(this.config, name);
  }
  /** Whether the setting is just this. */
  is(name: string, value: unknown): boolean {
    const found = this.take(name) === value;
    if (!found) this.asked.delete(name);
    return found;
  }
  number(name: string): number {
    const value = this.take(name);
    if (typeof value !== 'number')
      throw new Error(`setting ${name} should be a number, not ${String(value)}`);
    return value;
  }
  text(name: string, otherwise?: string): string {
    const value = this.take(name) ?? otherwise;
    if (typeof value !== 'string') throw new Error(`setting ${name} should be a name, not ${String(value)}`);
    return value;
  }
  flag(name: string): boolean {
    const value = this.take(name);
    if (typeof value !== 'boolean')
      throw new Error(`setting ${name} should be true or false, not ${String(value)}`);
    return value;
  }
  within(name: string): Settings {
    const value = this.take(name);
    if (typeof value !== 'object' || value === null) throw new Error(`setting ${name} should have parts`);
    return new Settings({ ...value });
  }
  /** @throws Error naming settings that were not asked for */
  done(): void {
    const unknown = Object.keys(this.config).filter((name) => !this.asked.has(name));
    if (unknown.length > 0) throw new Error(`unknown settings: ${unknown.join(', ')}`);
  }
}
