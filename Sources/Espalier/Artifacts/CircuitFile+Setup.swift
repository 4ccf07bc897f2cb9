public import CircuitFormats
import ConstraintSystem
public import Groth16

extension CircuitFile {
    /// What the public values of its proofs mean.
    public var layout: StatementLayout { description.layout }

    /// Demands that a prover has no choice, by the constraints and by what the description says.
    ///
    /// A description could widen the range of an output until another value fits the same constraints; whoever makes a key
    /// from it would sign that.
    ///
    /// - Throws: `FileError`, naming a wire that does not follow.
    public func requireDeterminism(progress: ProgressHandler = { _ in }) throws(FileError) {
        let step = "Audit the circuit"
        progress(.running(step))
        let report = determinismAudit.run()
        do {
            try report.demandDeterminism()
        } catch {
            throw FileError(.mismatch(reason: "\(error): it gets no key"), path: path)
        }
        progress(.finished(step, summary: report.summary))
    }

    /// Returns a development key for the circuit: this process knows its trapdoor.
    public func developmentKey(progress: @escaping ProgressHandler = { _ in }) throws -> ProvingKey<Curve> {
        try system.developmentKey(progress: progress)
    }

    /// Demands that a verifying key says it is this circuit's.
    public func requireKey(_ key: VerifyingKeyFile<Curve>, at keyPath: String) throws(FileError) {
        guard StatementLayout(annotations: key.annotations)?.circuitSHA256 == description.circuitSHA256 else {
            throw FileError(
                .mismatch(reason: "this key is for another circuit than \(path); make one with setup"),
                path: keyPath)
        }
    }
}
