public import FiniteFields

/// The values of all wires of a constraint system: the constant 1, outputs, inputs, private wires.
///
/// Secret: wiped when it goes out of scope, cannot be copied, has no description.
public struct Witness<F: PrimeField>: ~Copyable, Sendable {
    var values: SecretBuffer<F>
    /// The same as signed integers where they are small (`SmallInteger`), which most wires are.
    var integers: SecretBuffer<Int64>

    /// Returns the witness with these values, whatever they are: nothing is checked here.
    public init(_ values: some Collection<F>) {
        self.values = SecretBuffer(values)
        integers = SecretBuffer(repeating: 0, count: values.count)
        storeIntegers(of: self.values, in: &integers)
    }

    /// Returns a witness of zeros, except for the constant 1.
    init(wireCount: Int) {
        values = SecretBuffer(repeating: .zero, count: wireCount)
        integers = SecretBuffer(repeating: 0, count: wireCount)
        set(0, to: 1)
    }

    /// The number of wires, the constant included.
    public var count: Int { values.count }

    public subscript(wire: Wire) -> F {
        get { values[Int(wire.index)] }
        set { set(Int(wire.index), to: newValue) }
    }

    /// Returns what `body` makes of the values in the order of wires; the pointer is valid during the
    /// call only.
    public func withUnsafeBufferPointer<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeBufferPointer<F>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try values.withUnsafeBufferPointer(body)
    }

    /// The wires as the evaluation of combinations reads them; to be used while `self` is borrowed.
    var view: WitnessView<F> {
        WitnessView(
            values: UnsafePointer(values.storage.baseAddress!),
            integers: UnsafePointer(integers.storage.baseAddress!))
    }

    /// Returns the witness without these wires, ascending; the others keep their order.
    consuming func removing(_ wires: [Wire]) -> Witness {
        var rest = Witness(wireCount: count - wires.count)
        var removed = 0
        for wire in 0..<count {
            if removed < wires.count, Int(wires[removed].index) == wire {
                removed += 1
            } else {
                rest.values[wire - removed] = values[wire]
                rest.integers[wire - removed] = integers[wire]
            }
        }
        return rest
    }

    mutating func set(_ wire: Int, to value: F) {
        values[wire] = value
        integers[wire] = SmallInteger.stored(value)
    }

    mutating func set(_ wire: Int, to value: Int128) {
        let small = SmallInteger.stored(value)
        values[wire] = small == SmallInteger.none ? F(value) : F(Int(small))
        integers[wire] = small
    }

    mutating func set(_ wire: Int, toBit bit: Bool) {
        values[wire] = bit ? .one : .zero
        integers[wire] = bit ? 1 : 0
    }
}

/// Borrowed addresses of a witness.
struct WitnessView<F: PrimeField> {
    let values: UnsafePointer<F>
    let integers: UnsafePointer<Int64>
}

@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func storeIntegers<F: PrimeField>(
    of values: borrowing SecretBuffer<F>, in integers: inout SecretBuffer<Int64>
) {
    values.withUnsafeBufferPointer { values in
        integers.withUnsafeMutableBufferPointer { integers in
            forEachPart(of: values.count, length: 4096) { part in
                for index in part { integers[index] = SmallInteger.stored(values[index]) }
            }
        }
    }
}
