public import ConstraintSystem
public import FiniteFields

/// A constraint system as in an .r1cs file, version 1 (iden3/r1csfile).
public struct R1CSFile<F: PrimeField>: Hashable, Sendable {
    public var system: RankOneConstraintSystem<F>
    /// How many of the private wires are inputs; they follow the public ones.
    public var privateInputCount: Int
    /// The number of signals before the compiler dropped some.
    public var labelCount: UInt64
    /// The signal that each wire was, one per wire.
    public var labels: [UInt64]

    /// Returns the file of a system whose wires are its signals.
    ///
    /// - Precondition: `privateInputCount` is at most the number of private wires.
    public init(_ system: RankOneConstraintSystem<F>, privateInputCount: Int = 0) {
        precondition(
            (0..<system.wireCount - system.publicCount).contains(privateInputCount),
            "private inputs are private wires")
        self.system = system
        self.privateInputCount = privateInputCount
        labelCount = UInt64(system.wireCount)
        labels = Array(0..<labelCount)
    }
}
