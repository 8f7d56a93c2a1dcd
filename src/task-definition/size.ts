/**
 * The CPU units a task asks for: `1024`, `1 vCPU` and `1vcpu` all mean 1024. Undefined when it is neither.
 * Source: developer guide, "Task size": the value is turned into CPU units when it is registered.
 */
export function cpuUnits(text: string): number | undefined {
  return amount(text, /^(\d*\.?\d+)\s*vcpus?$/i);
}

/** The MiB a task asks for: `2048`, `2 GB` and `2GB` all mean 2048. Undefined when it is neither. */
export function memoryMib(text: string): number | undefined {
  return amount(text, /^(\d*\.?\d+)\s*gb$/i);
}

function amount(text: string, inThousands: RegExp): number | undefined {
  const written = text.trim();
  if (/^\d+$/.test(written)) return Number(written);
  const [, number] = inThousands.exec(written) ?? [];
  if (number === undefined) return undefined;
  const units = Number(number) * 1024;
  return Number.isInteger(units) ? units : undefined;
}
