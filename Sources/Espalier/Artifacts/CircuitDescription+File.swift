import CircuitFormats
import ConstraintSystem
import Foundation

extension CircuitDescription {
    /// The bytes of the JSON file of the description.
    package var encoded: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let bytes = try? encoder.encode(self) else {
            preconditionFailure("texts and integers can be written")
        }
        return Array(bytes)
    }

    /// Reads the JSON file of a description by itself.
    package init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch {
            throw FileError(
                .malformed(reason: "this is no description of a circuit; compile it again"), path: path)
        }
        guard isPlausible else {
            throw FileError(
                .malformed(
                    reason: "this is no description of a circuit that this version knows; compile it again"),
                path: path)
        }
    }

    /// Where the description of the circuit in a file is: `NAME.circuit.json` beside `NAME.r1cs`.
    static func path(beside circuit: String) -> String {
        (circuit.hasSuffix(".r1cs") ? String(circuit.dropLast(5)) : circuit) + ".circuit.json"
    }

    /// Reads the description beside a circuit and checks that it is this circuit's.
    ///
    /// - Parameter sha256: of the circuit's file at `path`.
    init<Curve: InterchangeCurve>(
        of path: String, _ system: RankOneConstraintSystem<Curve.ScalarField>, on _: Curve.Type,
        sha256: String
    ) throws {
        let neighbour = Self.path(beside: path)
        do {
            try self.init(contentsOf: neighbour)
        } catch let error as FileError where error.code == .notFound {
            throw FileError(
                .mismatch(
                    reason: "\(neighbour), which belongs beside it, is missing; compile the network again"),
                path: path)
        }
        guard circuitSHA256 == sha256, curve == CurveName(of: Curve.self),
            constraints == system.constraints.count, wires == system.wireCount,
            publicOutputs == system.publicOutputCount, publicInputs == system.publicInputCount
        else {
            throw FileError(
                .mismatch(reason: "\(neighbour) describes another circuit; compile the network again"),
                path: path)
        }
    }

    /// Whether the numbers agree with each other. The file is untrusted, and may say anything.
    private var isPlausible: Bool {
        guard format == Self.formatName, version == 1, let layout = StatementLayout(self), layout.isPlausible,
            let ranges
        else { return false }
        return layout.isConsistent(with: instance) && publicOutputs == layout.outputCount
            && publicInputs == instance.instanceCount - publicOutputs && layout.isConsistent(with: ranges)
            && outline.isPlausible(for: self)
    }
}
