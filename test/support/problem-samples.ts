import { type Problem, problems } from '../../mock/problems.ts'

/** One of each refusal that the twin knows. */
export const problemSamples: Record<keyof typeof problems, Problem> = {
  noKey: problems.noKey(),
  unknownPath: problems.unknownPath('/a'),
  otherMethod: problems.otherMethod('GET'),
  malformedPath: problems.malformedPath(),
  misfit: problems.misfit([{ path: 'a', reason: 'is required' }], 'body'),
  notJsonType: problems.notJsonType(),
  tooLarge: problems.tooLarge(50_000_000),
  notJson: problems.notJson('The body is empty.'),
  externalIdTaken: problems.externalIdTaken(),
  emailTaken: problems.emailTaken(),
  identifierFixed: problems.identifierFixed('_email'),
  nullRefused: problems.nullRefused(['_name']),
  legacyExternalId: problems.legacyExternalId(),
  contactUnknown: problems.contactUnknown(),
  purchaseUnknown: problems.purchaseUnknown(),
  productUnknown: problems.productUnknown(),
  purchaseContactMissing: problems.purchaseContactMissing(),
  purchaseContactsDiffer: problems.purchaseContactsDiffer(),
  purchaseIdTaken: problems.purchaseIdTaken(),
  purchaseContactUnknown: problems.purchaseContactUnknown(),
  purchaseProductsUnknown: problems.purchaseProductsUnknown(['X']),
  purchaseDomainRefused: problems.purchaseDomainRefused(['X'], ['a.example']),
  productDomainRefused: problems.productDomainRefused(['a.example']),
}
