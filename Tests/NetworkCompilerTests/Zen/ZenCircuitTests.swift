import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

@Suite("ZEN's encodings, repaired")
struct ZenCircuitTests {
    private func expectEquality<F: PrimeField>(
        _ compiled: CompiledAffineNetwork<F>, on inputs: [[Int]]
    ) throws {
        for input in inputs {
            let witness = try compiled.witness(for: input)
            #expect(compiled.circuit.satisfaction(of: witness) == .satisfied)
            let logits = try compiled.network.logits(for: input)
            for (index, logit) in logits.enumerated() {
                #expect(witness[Wire(1 + index)] == F(logit))
                #expect(compiled.publicRanges[index].contains(logit))
            }
        }
    }

    @Test("say what the network computes, in every option", arguments: AffineSample.all, AffineSample.options)
    func equality(_ sample: AffineSample, _ options: ZenOptions) throws {
        let compiled: CompiledAffineNetwork<Scalar> = try sample.network.compiled(options)
        try expectEquality(compiled, on: sample.inputs(count: 12))
        let other: CompiledAffineNetwork<BLS12381Fields.Scalar> = try sample.network.compiled(options)
        try expectEquality(other, on: sample.inputs(count: 2))
    }

    @Test("leave one witness at most, in every option", arguments: AffineSample.all, AffineSample.options)
    func determinism(_ sample: AffineSample, _ options: ZenOptions) throws {
        let compiled: CompiledAffineNetwork<Scalar> = try sample.network.compiled(options)
        let report = compiled.audit()
        #expect(report.isDeterministic)
        if let first = report.undetermined.first { Issue.record("\(first.name)") }
    }

    @Test("say it on every input of a small network", arguments: ZenEncoding.allCases)
    func everyInput(_ encoding: ZenEncoding) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            let single = AffineSample("1-2-2", [1, 2, 2], valueSeed: seed).network
            let options = ZenOptions(encoding, followMask: false)
            let compiled: CompiledAffineNetwork<Scalar> = try single.compiled(options)
            try expectEquality(compiled, on: (0...255).map { [$0] })
            let pair = AffineSample("2-2-2", [2, 2, 2], inputZeroPoint: 3, valueSeed: seed).network
            let wide: CompiledAffineNetwork<Scalar> = try pair.compiled(options)
            let steps = Array(stride(from: 0, through: 255, by: 15))
            try expectEquality(wide, on: steps.flatMap { x in steps.map { [x, $0] } })
        }
    }

    /// Weights, multipliers and offsets at the ends of their declared ranges, inputs at theirs: nothing that is
    /// within the declared bits may lack a witness.
    @Test("hold what intervals allow, at both ends", arguments: AffineSample.options)
    func extremes(_ options: ZenOptions) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let network = AffineSample("5-4-2", [5, 4, 2], valueSeed: seed, extreme: true).network
            let compiled: CompiledAffineNetwork<Scalar> = try network.compiled(options)
            let inputs = (0..<32).map { choice in (0..<5).map { choice >> $0 & 1 == 1 ? 255 : 0 } }
            try expectEquality(compiled, on: inputs)
        }
    }

    @Test("reach the ends of their windows")
    func windowsAreReached() throws {
        let layer = AffineLayer(
            name: "layer1", outputCount: 2, inputCount: 2, weights: [255, 255, 0, 0], biases: [127, -127],
            multipliers: [255, 255], outputZeroPoint: 0, fractionBits: 4, multiplierBits: 8, offsetBits: 8)
        let network = try AffineNetwork(layers: [layer])
        let compiled: CompiledAffineNetwork<Scalar> = try network.compiled(ZenOptions(.grouped))
        let logits = try network.logits(for: [255, 255])
        #expect(logits[0] == compiled.publicRanges[0].upperBound)
        #expect(logits[1] == compiled.publicRanges[1].lowerBound)
    }

    @Test("are the same circuit for every network of one shape", arguments: AffineSample.options)
    func shape(_ options: ZenOptions) throws {
        func circuit(_ valueSeed: UInt64) throws -> Circuit<Scalar> {
            let network = AffineSample(
                "8-6-3", [8, 6, 3], sparsity: 0.5, zeroPoint: 100, valueSeed: valueSeed
            ).network
            return try network.compiled(options, over: Scalar.self).circuit
        }
        #expect(try circuit(2) == circuit(3))
    }

    @Test("do not depend on the mask unless told to follow it", arguments: ZenEncoding.allCases)
    func mask(_ encoding: ZenEncoding) throws {
        func circuit(_ sparsity: Double, followMask: Bool) throws -> Circuit<Scalar> {
            let network = AffineSample("8-6-3", [8, 6, 3], sparsity: sparsity, zeroPoint: 100).network
            return try network.compiled(ZenOptions(encoding, followMask: followMask), over: Scalar.self)
                .circuit
        }
        #expect(try circuit(0.9, followMask: false) == circuit(0, followMask: false))
        let counts = try [0, 0.5, 0.9, 1].map { try circuit($0, followMask: true).constraintCount }
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test("check many images at once, and find the one that differs")
    func check() throws {
        let network = AffineSample("16-5-3", [16, 5, 3]).network
        var generator = SeededGenerator(seed: 5)
        let images = LabeledImages(
            width: 4, height: 4, classCount: 3,
            pixels: (0..<16 * 40).map { _ in UInt8.random(in: 0 ... .max, using: &generator) },
            labels: [UInt8](repeating: 0, count: 40))
        let compiled: CompiledAffineNetwork<Scalar> = try network.compiled(ZenOptions(.stranded))
        let check = try compiled.check(on: images)
        #expect(check.isEqual && check.imageCount == 40)
        #expect(throws: InputError.wrongCount(expected: 16, found: 2)) {
            _ = try compiled.witness(for: [0, 0])
        }
        #expect(throws: InputError.outOfRange(index: 0, bits: 8)) {
            _ = try compiled.witness(for: [256] + [Int](repeating: 0, count: 15))
        }
    }

    @Test("refuse what the field cannot hold")
    func tooWide() throws {
        let deep = [Int](repeating: 40, count: 8)
        #expect(throws: NetworkError(.overflow, at: "layer6")) {
            _ = try AffineNetwork(layers: Self.layers(deep, multiplierBits: 22))
        }
    }

    private static func layers(_ widths: [Int], multiplierBits: Int) -> [AffineLayer] {
        zip(widths, widths.dropFirst()).enumerated().map { index, shape in
            AffineLayer(
                name: "layer\(index + 1)", outputCount: shape.1, inputCount: shape.0,
                weights: [UInt8](repeating: 1, count: shape.0 * shape.1),
                biases: [Int64](repeating: 0, count: shape.1),
                multipliers: [Int64](repeating: 1, count: shape.1), outputZeroPoint: 0, fractionBits: 22,
                multiplierBits: multiplierBits, offsetBits: 20)
        }
    }
}
