import Ceremony
import CircuitFormats
import ConstraintSystem
import Datasets
import EspalierVerifier
import Groth16
import ModelCompression
import ModelFormats
import NetworkCompiler
import NeuralNetworks
import VerifierContracts

/// An error in one sentence that says what is wrong and, where it can, what to do.
public struct ErrorSentence: Hashable, Sendable {
    public let text: String

    /// Nil for an error that is not the project's.
    public init?(_ error: any Error) {
        guard let words = Self.words(for: error) else { return nil }
        text = (words.last == "." ? String(words.dropLast()) : words).onSingleLine
    }

    private static func words(for error: any Error) -> String? {
        switch error {
        case let error as FileError: error.description
        case let error as DatasetError: error.description
        case let error as NetworkError: error.description
        case let error as QuantizationError: error.description
        case let error as ModelFormatError: error.description
        case let error as CompileError: error.description
        case let error as WitnessError: error.description
        case let error as InputError: error.description
        case let error as ImageSizeError: error.description
        case let error as StatementError: error.description
        case let error as KeyLayoutError: error.description
        case let error as PrivateInputError: error.description
        case let error as ImageIndexError: error.description
        case let error as AuditError:
            "the circuit failed its audit: \(error): this is a bug of espalier, please report it"
        case let error as CircuitDisagreement: error.description
        case let error as DemonstrationError: error.description
        case let error as ReproductionError: error.description
        case let error as RecipeGridError: error.description
        case let error as EquationError: error.description
        case let error as FormatError: error.description
        case let error as CeremonyError: error.description
        case let error as CeremonyFlaw: error.description
        case let error as NoHiddenWires: error.description
        case let error as NoCommittedInput: error.description
        case let error as CommittedInputNeeded: error.description
        case let error as OtherShape: error.description
        case let error as UnsoundRegistration: error.description
        case let error as ModelMissing: error.description
        case let error as OpeningMismatch: error.description
        case let error as ReusedBlinding: error.description
        case let error as CertificateError: error.description
        case let error as CertificateFormatError: error.description
        case let error as CertificateFlaw: error.description
        case let error as RegistrationError: sentence(error)
        case let error as ContractError: sentence(error)
        case let error as KeyError: sentence(error)
        case let error as VerifierError: words(for: error.cause)
        case let error as SetupError: sentence(error)
        case let error as ProvingError: sentence(error)
        default: nil
        }
    }

    static func sentence(_ error: KeyError) -> String {
        let place = error.path.isEmpty ? "" : " (\(error.path))"
        let what =
            switch error.code {
            case .deltaIsGamma:
                "δ equals γ: the key never had a second phase, and anybody can forge proofs with it"
            case .deltaIsGenerator: "δ is the generator: anybody can forge proofs with this key"
            case .repeatedPoint:
                "two points of the key are the same: anybody can forge proofs with it, or exchange public values"
            case .infinity: "a point of the key is infinity, which no honest key has"
            case .notOnCurve: "a point of the key is not on the curve"
            case .notInSubgroup: "a point of the key is outside the subgroup"
            case .developmentKey:
                "this is a development key: whoever made it can forge proofs; to accept it all the same, say "
                    + "--allow-development"
            case .wrongRangeCount: "the declared ranges are for another number of public values"
            }
        return what + place
    }

    private static func sentence(_ error: SetupError) -> String {
        switch error {
        case .tooManyConstraints(let limit):
            "the circuit has more than \(NumberText.grouped(limit)) constraints and public values, which the "
                + "curve cannot serve"
        case .wireOutOfRange: "a constraint names a wire that the circuit does not have"
        }
    }

    static func sentence(_ error: ProvingError) -> String {
        switch error {
        case .sizesDiffer: "the key is for a circuit of another size; make one for this circuit"
        case .constantIsNotOne: "the witness does not begin with 1"
        case .unsatisfied(let constraint): "the witness violates constraint \(constraint)"
        case .keyDoesNotFit:
            "the key is another circuit's, or was changed: what came of it proves nothing and was thrown away"
        case .nothingProved:
            "the witness does not satisfy the circuit, or the key is another circuit's, or was changed: what came of "
                + "them proves nothing and was thrown away"
        case .invalidCoefficient(let index):
            "coefficient \(index) is none of the circuit: the key is damaged; make or copy it again"
        case .invalidPoint(let point, let part):
            "\(part)[\(point.index)] \(point.flaw == .notOnCurve ? "is not on the curve" : "is not canonical"): "
                + "the key is damaged; make or copy it again"
        }
    }
}
