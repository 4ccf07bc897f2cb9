extension Rectification {
    /// The integers z for which this way's constraints have a witness; nil where it has none and they hold for
    /// every z.
    ///
    /// This is a range check of z: whatever follows from z lying in it may rely on the rectifier.
    package func checkedWindow(shift: Int) -> ClosedRange<Int128>? {
        switch self {
        case .zero, .identity: nil
        case .truncation(let bits): 0...(1 << Int128(bits)) - 1
        case .signed(let bits):
            -((1 << Int128(bits)) - 1) << Int128(shift)...(1 << Int128(shift + bits)) - 1
        }
    }

    /// Returns the widest window of sums, before their rounding constant is added, that costs no more to rectify
    /// than `window` does.
    ///
    /// Where the result is 0 or the sum itself, only the magnitude of its bounds is rounded to powers of two.
    package static func window(around window: ClosedRange<Int128>, shift: Int) -> ClosedRange<Int128> {
        let rounding: Int128 = shift == 0 ? 0 : 1 << Int128(shift - 1)
        let (lowest, highest) = (window.lowerBound + rounding, window.upperBound + rounding)
        let way = Rectification(window: lowest...highest, shift: shift)
        if let checked = way.checkedWindow(shift: shift) {
            return checked.lowerBound - rounding...checked.upperBound - rounding
        }
        switch way {
        case .identity: return 0...(1 << Int128(Window.bitCount(highest))) - 1
        default:
            let magnitude: Int128 = 1 << Int128(Window.bitCount(max(0, -lowest)))
            return min(-magnitude, 0) - rounding...(1 << Int128(shift)) - 1 - rounding
        }
    }
}
