extension IntegerOperation {
    /// Returns `max(0, z + 2^(shift-1)) >> shift`, and `max(0, z)` where the shift is 0: z / 2^shift to the
    /// nearest integer, halves upwards, and no less than 0.
    ///
    /// - Precondition: `z + 2^(shift-1)` does not overflow.
    @inlinable
    public static func rectified<Word: FixedWidthInteger>(_ z: Word, shift: Int) -> Word {
        let rounded = shift == 0 ? z : z + (1 << (shift - 1))
        return max(0, rounded) >> shift
    }
}
