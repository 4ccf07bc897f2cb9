import CircuitFormats
import ConstraintSystem
import FiniteFields
import Foundation
import Groth16

/// Measures setup, prove and verify on a made-up circuit, beside another implementation where there is one.
public struct Groth16Benchmark: Sendable {
    /// What the witness is made of.
    public enum Values: String, Codable, Hashable, Sendable, CaseIterable {
        /// Random elements of the field.
        case dense
        /// 95 % bits, the rest random elements: about what a network's circuit has.
        case bits
    }

    public var curve: CurveName
    /// The domain has 2^logarithm points.
    public var logarithm: Int
    public var values: Values
    /// Measured runs of prove and of verify.
    public var runs: Int
    /// A Python interpreter that may have groth16py.
    public var python: String

    /// - Precondition: `logarithm > 1`, `runs > 0`.
    public init(
        curve: CurveName = .bn254, logarithm: Int, values: Values, runs: Int, python: String = "python3"
    ) {
        precondition(logarithm > 1 && runs > 0, "there is something to measure")
        self.curve = curve
        self.logarithm = logarithm
        self.values = values
        self.runs = runs
        self.python = python
    }

    /// Makes the circuit and a key once, then proves and verifies `runs` times after a warm-up.
    public func run(progress: @escaping ProgressHandler = { _ in }) throws -> Result {
        try run(on: curve.curve, progress: progress)
    }

    private func run<Curve: InterchangeCurve>(
        on _: Curve.Type, progress: @escaping ProgressHandler
    ) throws -> Result {
        let sample = SampleCircuit<Curve.ScalarField>(logarithm: logarithm, values: values)
        let matrices = ConstraintMatrices(sample.system)
        var once = Stopwatch(runs: 1, warmUp: false, progress: progress)
        let key = try once.measure("setup") { try Groth16.setup(sample.system, on: Curve.self) }

        var often = Stopwatch(runs: runs, warmUp: true, progress: progress)
        let cpuBefore = ProcessUsage.now.cpuSeconds
        let proof = try often.measure("prove") {
            try Groth16.prove(Witness(sample.values), of: matrices, with: key)
        }
        let cpuSeconds = (ProcessUsage.now.cpuSeconds - cpuBefore) / Double(runs + 1)
        let prepared = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        let verdict = often.measure("verify") {
            Groth16.verify(proof, publicInputs: sample.publicValues, with: prepared)
        }
        if case .rejected(let reason) = verdict {
            throw DemonstrationError.refused(reason: reason.description)
        }
        let peak = ProcessUsage.now.peakBytes
        let arkworks =
            curve == ArkworksBenchmark.curve
            ? try ArkworksBenchmark(python: python, runs: runs).run(sample, progress: progress) : nil
        return Result(
            curve: curve, constraints: sample.system.constraints.count, domainSize: key.domainSize,
            values: values,
            cores: ProcessInfo.processInfo.activeProcessorCount, backend: FieldBackend.current.name,
            steps: once.steps + often.steps, cpuSecondsPerProof: cpuSeconds, peakBytes: peak,
            arkworks: arkworks)
    }
}
