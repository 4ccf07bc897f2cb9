import EllipticCurves
import FiniteFields
import Foundation
import Groth16
public import NetworkCompiler
public import NeuralNetworks

/// Measures the steps from a network to a verified proof on this machine.
public struct Benchmark: Sendable {
    public var network: IntegerNetwork
    public var options: CompileOptions
    /// Measured runs of the repeated steps.
    public var runs: Int

    public init(network: IntegerNetwork, options: CompileOptions, runs: Int) {
        self.network = network
        self.options = options
        self.runs = runs
    }

    /// What was measured.
    public struct Result: Codable, Hashable, Sendable {
        public var constraints: Int
        public var domainSize: Int
        public var publicValues: Int
        public var cores: Int
        /// Which implementation of field arithmetic ran.
        public var backend: String
        public var steps: [Step]
    }

    /// The seconds of one step over its runs.
    public struct Step: Codable, Hashable, Sendable {
        public var name: String
        public var median: Double
        public var least: Double
        public var most: Double
    }

    /// Compiles and makes a key once, then proves and verifies `runs` times after a warm-up.
    public func run(progress: @escaping ProgressHandler = { _ in }) throws -> Result {
        var steps: [Step] = []
        func measure<Value>(_ name: String, runs: Int, warmUp: Int, _ body: () throws -> Value) throws
            -> Value
        {
            progress(.running(name))
            var seconds: [Double] = []
            for _ in 0..<warmUp { _ = try body() }
            var value: Value?
            for run in 0..<runs {
                let clock = ContinuousClock.now
                value = try body()
                seconds.append(clock.duration(to: .now) / .seconds(1))
                progress(.running(name, fraction: Double(run + 1) / Double(runs)))
            }
            seconds.sort()
            steps.append(
                Step(
                    name: name, median: (seconds[(runs - 1) / 2] + seconds[runs / 2]) / 2, least: seconds[0],
                    most: seconds[runs - 1]))
            progress(.finished(name))
            return value!
        }

        let circuit: NetworkCircuit = try measure("compile", runs: 1, warmUp: 0) {
            try network.compiled(options)
        }
        let key = try measure("setup", runs: 1, warmUp: 0) { try circuit.developmentKey() }
        // Any input will do: what a proof costs depends on how many wires are bits, not on which.
        let input = (0..<network.inputShape.count).map { $0 * 37 % (1 << network.inputBits) }
        _ = try measure("witness", runs: runs, warmUp: 1) { _ = try circuit.witness(for: input) }
        let answer = try measure("prove (with witness)", runs: runs, warmUp: 1) {
            try circuit.prove(input, with: key)
        }
        let prepared = try measure("prepare verifying key", runs: runs, warmUp: 1) {
            try PreparedVerifyingKey(
                key.verifyingKey, ranges: circuit.ranges, allowingDevelopmentKey: true)
        }
        let verdict = try measure("verify", runs: runs, warmUp: 1) {
            Groth16.verify(answer.proof, publicInputs: answer.publicValues, with: prepared)
        }
        guard verdict.isAccepted else { throw DemonstrationError.refused(reason: "\(verdict)") }
        return Result(
            constraints: circuit.circuit.constraintCount, domainSize: key.domainSize,
            publicValues: answer.publicValues.count, cores: ProcessInfo.processInfo.activeProcessorCount,
            backend: FieldBackend.current.name, steps: steps)
    }

    /// Returns a dense 784–128–ReLU–10 whose weights have about the spread of trained ones: the sum of
    /// four uniform numbers, a standard deviation of 18 of 127.
    public static func randomShallowNet(seed: UInt64 = 1) -> IntegerNetwork {
        var generator = SeededGenerator(seed: seed)
        func layer(_ outputs: Int, _ inputs: Int) -> IntegerOperation {
            .linear(
                IntegerLinear(
                    outputCount: outputs, inputCount: inputs,
                    weights: (0..<outputs * inputs).map { _ in
                        (0..<4).reduce(0) { sum, _ in sum + Int32.random(in: -15...15, using: &generator) }
                    },
                    biases: (0..<outputs).map { _ in Int64.random(in: -2000...2000, using: &generator) },
                    weightBits: 8, biasBits: 12))
        }
        return IntegerNetwork(
            inputShape: [784], inputBits: 8,
            nodes: [
                .init(name: "layer1", operation: layer(128, 784), inputs: [.input]),
                .init(name: "relu1", operation: .rectify(shift: 10), inputs: [.node(0)]),
                .init(name: "layer2", operation: layer(10, 128), inputs: [.node(1)]),
            ])
    }
}
