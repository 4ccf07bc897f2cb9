import ConstraintSystem
import FiniteFields

extension ModelOpening {
    /// Returns the index of the first blinding value that stands in this opening before; those of the inputs come
    /// first, then ν.
    ///
    /// From two columns with the same blinding follows Σ_j (w_ji − w_jk) Γ_(z_j), which small weights can be
    /// guessed from.
    public var firstRepeatedBlinding: Int? {
        (0..<blinding.count).first { index in (0..<index).contains { blinding[$0] == blinding[index] } }
    }

    /// Returns the index of the first blinding value that stands in the other opening too.
    public func firstBlinding(sharedWith other: borrowing ModelOpening) -> Int? {
        for index in 0..<blinding.count {
            for otherIndex in 0..<other.blinding.count where blinding[index] == other.blinding[otherIndex] {
                return index
            }
        }
        return nil
    }
}
