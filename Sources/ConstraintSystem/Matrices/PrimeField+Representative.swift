package import FiniteFields

extension PrimeField {
    /// The representative in `−(p − 1)/2 ... (p − 1)/2`, or nil where that does not fit 128 bits; also in
    /// fields of which every element fits.
    package var signedRepresentative: Int128? {
        guard let integer = signedInteger, Self.modulusBitCount <= 126 else { return signedInteger }
        let p = Self.modulusInteger
        return 2 * integer > p ? integer - p : integer
    }

    /// p, which must have at most 126 bits.
    static var modulusInteger: Int128 {
        modulusWords.enumerated().reduce(0) { $0 | Int128($1.element) << Int128(64 * $1.offset) }
    }
}
