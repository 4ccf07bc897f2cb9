// One import gives an app all that keys, proofs and registrations are made of.
@_exported public import CircuitFormats
@_exported public import EllipticCurves
@_exported public import FiniteFields
@_exported public import Groth16
