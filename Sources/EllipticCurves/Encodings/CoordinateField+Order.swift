package import FiniteFields

extension CoordinateField {
    /// Whether y > −y as integers, of F_p² comparing c1 first.
    package var isLargerThanNegative: Bool {
        (-self).littleEndianBytes.reversed().lexicographicallyPrecedes(littleEndianBytes.reversed())
    }
}
