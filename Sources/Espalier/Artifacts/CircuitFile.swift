public import CircuitFormats
public import ConstraintSystem
import Crypto
public import EllipticCurves
import Foundation
import NetworkCompiler
public import NeuralNetworks

/// A circuit on disk: `NAME.r1cs`, which other tools open, and `NAME.circuit.json` with what it cannot say.
public struct CircuitFile<Curve: InterchangeCurve>: Sendable {
    public let path: String
    public let system: RankOneConstraintSystem<Curve.ScalarField>
    public let description: CircuitDescription

    /// Audits the circuit, and writes both files.
    ///
    /// - Throws: `AuditError`, with nothing written, if a prover could have a choice.
    public static func write(_ circuit: NetworkCircuit<Curve>, to path: String) throws -> CircuitFile {
        try write(try circuit.audited(), to: path)
    }

    /// Writes both files.
    public static func write(_ audited: AuditedCircuit<Curve>, to path: String) throws -> CircuitFile {
        let circuit = audited.circuit
        let bytes = R1CSFile(circuit.circuit.system).encoded()
        let description = CircuitDescription(circuit, circuitSHA256: sha256(bytes))
        var files = FileTransaction()
        try files.add(bytes, to: path)
        try files.add(description.encoded, to: CircuitDescription.path(beside: path))
        try files.commit()
        return CircuitFile(path: path, system: circuit.circuit.system, description: description)
    }

    private init(
        path: String, system: RankOneConstraintSystem<Curve.ScalarField>, description: CircuitDescription
    ) {
        self.path = path
        self.system = system
        self.description = description
    }

    /// Reads both files and checks that they belong together.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path)
        do {
            system = try R1CSFile(decoding: bytes).system
        } catch {
            throw FileError(decoding: path, as: "circuit", ".r1cs, from compile", on: Curve.self, error)
        }
        description = try CircuitDescription(of: path, system, on: Curve.self, sha256: sha256(bytes))
        self.path = path
    }

    /// Returns the circuit again from its network, with the witness program that an .r1cs file lacks.
    ///
    /// - Throws: `FileError` if the network's circuit is another one.
    public func recompiled(
        _ network: IntegerNetwork, from networkPath: String
    ) throws -> NetworkCircuit<Curve> {
        let compiled = try network.compiled(description.options, on: Curve.self)
        let hash = sha256(R1CSFile(compiled.circuit.system).encoded())
        guard CircuitDescription(compiled, circuitSHA256: hash) == description else {
            throw FileError(
                .mismatch(reason: "the circuit \(path) was compiled from another network; compile this one"),
                path: networkPath)
        }
        return compiled
    }
}

/// Returns the SHA-256 of bytes in hexadecimal.
func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}
