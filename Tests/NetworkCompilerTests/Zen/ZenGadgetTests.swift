import ConstraintSystem
import NetworkCompiler
import TestSupport
import Testing

/// Both gadgets over fields in which every assignment can be tried.
@Suite("Gadgets of ZEN's encodings")
struct ZenGadgetTests {
    /// Public M and a; D and its sign are the outputs.
    private func requantizing(
        window: ClosedRange<Int128>, zeroPoint: Int, k: Int
    ) throws -> Circuit<F257> {
        var builder = CircuitBuilder<F257>(publicOutputCount: 2, publicInputCount: 2)
        let (value, sign) = try builder.requantize(
            builder.publicInput(1), multiplier: builder.publicInput(0), zeroPoint: zeroPoint, fractionBits: k,
            window: window)
        builder.bindOutput(0, to: value)
        builder.bindOutput(1, to: sign)
        return builder.build()
    }

    @Test("A quotient with its remainder: one assignment where M a is in range, else none; nothing is idle")
    func requantize() throws {
        let (k, zeroPoint) = (2, 1)
        let circuit = try requantizing(window: -4...2, zeroPoint: zeroPoint, k: k)
        // A product, k + w bits, two outputs.
        #expect(circuit.constraintCount == 1 + 2 + 3 + 2)
        let inputs = [1, 3].flatMap { m in stride(from: -9, through: 9, by: 1).map { [m, $0] } }
        expectGadgetLaws(circuit, inputs: inputs) { input in
            let quotient = (input[0] * input[1]) >> k - zeroPoint
            return (-4...3).contains(quotient) ? [quotient, quotient >= 0 ? 1 : 0] : nil
        }
    }

    @Test("The bits of a quotient are the least that hold the window")
    func quotientBits() {
        let cases: [(ClosedRange<Int128>, Int)] = [
            (0...0, 1), (-1...0, 1), (0...1, 2), (-2...1, 2), (-3...0, 3), (0...3, 3), (-4...3, 3),
            (-4...4, 4),
            (2...7, 4), (-9...(-5), 5),
        ]
        for (window, bits) in cases { #expect(CircuitBuilder<F257>.quotientBits(of: window) == bits) }
    }

    /// Two strands of one product of bits: a₀, a₁, b₀, b₁ are public.
    private func stranding() throws -> (circuit: Circuit<F257>, plan: StrandPlan) {
        let windows = [[ClosedRange<Int128>]](repeating: [0...1, 0...1], count: 2)
        let plan = try #require(StrandPlan(windows: windows, modulusBitCount: F257.modulusBitCount))
        var builder = CircuitBuilder<F257>(publicOutputCount: 2, publicInputCount: 4)
        let inputs = (0..<4).map { builder.publicInput($0) }
        let products = try builder.strandedDotProducts(
            [[inputs[0]], [inputs[1]]], [[inputs[2]], [inputs[3]]], plan: plan)
        for (index, product) in products.enumerated() { builder.bindOutput(index, to: product) }
        return (builder.build(), plan)
    }

    @Test("Stranded products: one assignment for each input, and none where a digit leaves its bits")
    func strands() throws {
        let (circuit, plan) = try stranding()
        #expect(plan.spacing == 2 && plan.digits.map(\.bits) == [1, 2, 1] && plan.bitCount == 5)
        #expect(circuit.constraintCount == 1 + 4 + 2)
        let inputs = (0..<81).map { number in [1, 3, 9, 27].map { number / $0 % 3 } }
        expectUniqueAnswers(circuit, inputs: inputs) { input in
            let sum = (input[0] + 4 * input[1]) * (input[2] + 4 * input[3]) % 257
            let digits = [sum & 3, sum >> 2 & 3, sum >> 4]
            return digits[0] < 2 && digits[2] < 2 ? [digits[0], digits[2]] : nil
        }
    }

    @Test("Without any one constraint of a digit there is another answer")
    func uncheckedDigit() throws {
        let (circuit, _) = try stranding()
        let domain = [[1, 0, 1, 0], [1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 0, 0]]
        for constraint in circuit.system.constraints.indices {
            let search = AssignmentSearch(circuit.system.removing(constraint))
            let hasOther = domain.contains { input in
                let wanted = [input[0] * input[2], input[1] * input[3]].map { UInt64($0) }
                return search.assignments(publicInputs: input, limit: 200)
                    .contains { Array($0[1...2]) != wanted }
            }
            #expect(hasOther, "constraint \(constraint) is not needed")
        }
    }

    @Test("Places of the wanted products hold nothing else", arguments: 2...4)
    func places(_ strands: Int) throws {
        // Distinct windows: the wanted place has exactly its own.
        let windows = (0..<strands).map { j in
            (0..<strands).map { l in Int128(0)...Int128(100 * j + 10 * l + 1) }
        }
        let plan = try #require(StrandPlan(windows: windows, modulusBitCount: 254))
        for j in 0..<strands {
            let digit = try #require(plan.digits.first { $0.place == 2 * plan.exponents[j] })
            #expect(digit.window == windows[j][j])
        }
        #expect(plan.digits.allSatisfy { $0.bits <= plan.spacing })
        #expect(plan.bitCount == plan.gaps.reduce(0, +))
        #expect(StrandPlan(windows: windows, modulusBitCount: plan.bitCount + 1) != nil)
        #expect(StrandPlan(windows: windows, modulusBitCount: plan.bitCount) == nil)
    }
}
