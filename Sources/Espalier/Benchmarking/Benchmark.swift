import CircuitFormats
import FiniteFields
import Foundation
import Groth16
public import NetworkCompiler
public import NeuralNetworks

/// Measures the steps from a network to a verified proof on this machine.
public struct Benchmark: Sendable {
    public var network: IntegerNetwork
    public var options: CompileOptions
    public var curve: CurveName
    /// Measured runs of the repeated steps.
    public var runs: Int

    /// - Precondition: `runs > 0`.
    public init(network: IntegerNetwork, options: CompileOptions, curve: CurveName = .bn254, runs: Int) {
        precondition(runs > 0, "a benchmark measures at least once")
        self.network = network
        self.options = options
        self.curve = curve
        self.runs = runs
    }

    /// Compiles and makes a key once, then proves and verifies `runs` times after a warm-up.
    public func run(progress: @escaping ProgressHandler = { _ in }) throws -> Result {
        try run(on: curve.curve, progress: progress)
    }

    private func run<Curve: InterchangeCurve>(
        on _: Curve.Type, progress: @escaping ProgressHandler
    ) throws -> Result {
        var once = Stopwatch(runs: 1, warmUp: false, progress: progress)
        let circuit = try once.measure("compile") { try network.compiled(options, on: Curve.self) }
        let key = try once.measure("setup") { try circuit.developmentKey() }

        // Any input will do: what a proof costs depends on how many wires are bits, not on which.
        let input = (0..<network.inputShape.count).map { $0 * 37 % (1 << network.inputBits) }
        var often = Stopwatch(runs: runs, warmUp: true, progress: progress)
        try often.measure("witness") { _ = try circuit.compiled.witness(for: input) }
        let answer = try often.measure("prove (with witness)") { try circuit.prove(input, with: key) }
        let prepared = try often.measure("prepare verifying key") {
            try PreparedVerifyingKey(
                key.verifyingKey, ranges: circuit.ranges, allowingDevelopmentKey: true)
        }
        let verdict = often.measure("verify") {
            Groth16.verify(answer.proof, publicInputs: answer.publicValues, with: prepared)
        }
        if case .rejected(let reason) = verdict {
            throw DemonstrationError.refused(reason: reason.description)
        }
        return Result(
            curve: curve, constraints: circuit.circuit.constraintCount, domainSize: key.domainSize,
            publicValues: answer.publicValues.count, cores: ProcessInfo.processInfo.activeProcessorCount,
            backend: FieldBackend.current.name, steps: once.steps + often.steps)
    }
}
