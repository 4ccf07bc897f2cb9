/// Numbers that look random and are always the same.
struct SampleNumbers {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The next number, 0 ..< 1.
    mutating func next() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / 0x1p53
    }
}
