export function tarOf(folder: string, name: string, date: number): Buffer
