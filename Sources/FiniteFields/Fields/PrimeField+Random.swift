extension PrimeField {
    /// Returns a uniformly random element.
    ///
    /// Draws as many bits as p has until the value is below p: at most two draws on average.
    public static func random(using generator: inout some RandomNumberGenerator) -> Self {
        let unusedBits = UInt64(wordCount * 64 - modulusBitCount)
        while true {
            var words = (0..<wordCount).map { _ in generator.next() as UInt64 }
            words[wordCount - 1] >>= unusedBits
            if let element = Self(canonicalWords: words) { return element }
        }
    }
}
