/// A linear congruential generator (Knuth's MMIX), so that a failing case can be had again.
struct TestGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        func half(_ state: inout UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 32
        }
        return half(&state) << 32 | half(&state)
    }
}
