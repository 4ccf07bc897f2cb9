// One import gives a user of the library every type that the façade speaks of.
@_exported public import Ceremony
@_exported public import CircuitFormats
@_exported public import ConstraintSystem
@_exported public import Datasets
@_exported public import EllipticCurves
@_exported public import EspalierVerifier
@_exported public import FiniteFields
@_exported public import Groth16
@_exported public import ModelCompression
@_exported public import ModelFormats
@_exported public import NetworkCompiler
@_exported public import NeuralNetworks
@_exported public import VerifierContracts
