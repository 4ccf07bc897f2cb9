import ArgumentParser
import Espalier

/// The tools whose forms proofs and keys are written in.
enum ExportEncoding: String, CaseIterable, ExpressibleByArgument {
    case arkworks, gnark, snarkjs

    /// Nil where it is JSON.
    var points: PointEncoding? { PointEncoding(rawValue: rawValue) }

    /// What a file gets as a suffix where nobody has named it.
    var suffix: String { self == .snarkjs ? ".json" : ".\(rawValue)" }
}
