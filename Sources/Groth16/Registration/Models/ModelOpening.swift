import ConstraintSystem
public import FiniteFields

/// All that the owner of a model keeps secret about a registration: weights, and what blinds them.
///
/// Secret: wiped when it goes out of scope, cannot be copied, has no description.
public struct ModelOpening<F: PrimeField>: ~Copyable, Sendable {
    /// w_ji, what one input adds to accumulator j.
    public struct Weight: Hashable, Sendable {
        /// j, counted from 0 among the accumulators.
        public var accumulator: Int
        public var value: F

        public init(accumulator: Int, value: F) {
            self.accumulator = accumulator
            self.value = value
        }
    }

    /// Where the weights of each input begin, and last where those of the last input end.
    let starts: [Int]
    /// j of each weight, ascending for one input. Not secret: where weights stand is the circuit's shape.
    let accumulators: [Int]
    /// w_ji, input after input.
    let weights: SecretBuffer<F>
    /// b_j
    let biases: SecretBuffer<F>
    /// a_i for i in K.
    let committed: SecretBuffer<F>
    /// ρ_i for each input, and last ν.
    let blinding: SecretBuffer<F>

    /// Returns an opening with fresh blinding.
    ///
    /// One opening belongs to one registration: registered twice, its points are the same, and tell whoever sees
    /// both that the models are.
    ///
    /// - Parameters:
    ///   - columns: for each value of the public input its weights in ascending order of accumulators; empty
    ///     where all are pruned.
    ///   - biases: one per accumulator.
    ///   - committed: one per committed wire, in the order of the key.
    ///   - generator: must be unpredictable, or the registration shows the weights.
    /// - Precondition: every weight's accumulator has a bias, and a column names none twice.
    public init(
        columns: [[Weight]], biases: [F], committed: [F], using generator: inout some RandomNumberGenerator
    ) {
        var blinding = SecretBuffer<F>(repeating: .zero, count: columns.count + 1)
        for index in 0..<blinding.count { blinding[index] = .random(using: &generator) }
        let weightCount = columns.reduce(0) { $0 + $1.count }
        var weights = SecretBuffer<F>(repeating: .zero, count: weightCount)
        var starts = [0]
        var accumulators: [Int] = []
        accumulators.reserveCapacity(weightCount)
        for column in columns {
            var next = 0
            for weight in column {
                precondition(
                    weight.accumulator >= next && weight.accumulator < biases.count,
                    "accumulators in ascending order, each with a bias")
                weights[accumulators.count] = weight.value
                accumulators.append(weight.accumulator)
                next = weight.accumulator + 1
            }
            starts.append(accumulators.count)
        }
        self.starts = starts
        self.accumulators = accumulators
        self.weights = weights
        self.biases = SecretBuffer(biases)
        self.committed = SecretBuffer(committed)
        self.blinding = blinding
    }

    /// Takes over parts that are known to fit together.
    init(
        starts: [Int], accumulators: [Int], weights: consuming SecretBuffer<F>,
        biases: consuming SecretBuffer<F>, committed: consuming SecretBuffer<F>,
        blinding: consuming SecretBuffer<F>
    ) {
        self.starts = starts
        self.accumulators = accumulators
        self.weights = weights
        self.biases = biases
        self.committed = committed
        self.blinding = blinding
    }

    /// The number of values of the public input.
    public var inputCount: Int { starts.count - 1 }

    /// The number of accumulators.
    public var accumulatorCount: Int { biases.count }

    /// The number of committed wires.
    public var committedCount: Int { committed.count }

    /// The values of the committed wires, in the order of the key; a copy that nobody wipes.
    public var committedValues: [F] { (0..<committed.count).map { committed[$0] } }

    /// Whether the opening has a number for every hidden wire of the model, and for every input.
    func fits<Curve>(_ circuit: CommittedCircuit<Curve>) -> Bool {
        inputCount == circuit.inputCount && biases.count == circuit.wires.accumulators.count
            && committed.count == circuit.wires.committed.count
    }
}
