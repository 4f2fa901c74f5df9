import type * as v from 'valibot'

/** One row of the table of endpoints: the schema of its input and that of its output. */
export const endpoint = <Input extends v.GenericSchema, Output extends v.GenericSchema>(
  input: Input,
  output: Output,
) => ({ input, output })
