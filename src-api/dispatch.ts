import * as v from 'valibot'
import { ENDPOINTS, type EndpointName, type Endpoints, type Output } from './endpoints'
import { ContractError, type ErrorCode } from './errors'

/** The answer to a request: plain JSON for every transport. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } }

/** The host's side of the contract: one method per endpoint. */
export type Methods = {
  readonly [Name in EndpointName]: (input: v.InferOutput<Endpoints[Name]['input']>) => Promise<Output<Name>>
}

const failure = (code: ErrorCode, message: string): Answer => ({ ok: false, error: { code, message } })

/**
 * Answers a request from outside. The endpoint's schemas check the input before the method sees it and the output
 * before it is sent (P8). Never throws: an unexpected error is passed to `report` and answered with `internal`.
 */
export async function dispatch(
  methods: Methods,
  name: string,
  input: unknown,
  report: (error: unknown) => void,
): Promise<Answer> {
  if (!Object.hasOwn(ENDPOINTS, name))
    return failure('bad-request', 'There is no such request. Nothing was changed.')
  const endpoint = ENDPOINTS[name as EndpointName]
  try {
    const read = v.safeParse(endpoint.input as v.GenericSchema, input)
    if (!read.success) {
      const where = v.getDotPath(read.issues[0]) ?? 'the request'
      return failure('bad-request', `The request was refused: ${where} is not valid. Nothing was changed.`)
    }
    const method = methods[name as EndpointName] as (input: unknown) => Promise<unknown>
    return { ok: true, value: v.parse(endpoint.output as v.GenericSchema, await method(read.output)) }
  } catch (error) {
    if (error instanceof ContractError) return failure(error.code, error.message)
    report(error)
    return failure('internal', 'Something in Counterpoint failed. Saved work is safe. Try again.')
  }
}
