/// A library's way to write a point as x and a few flags.
///
/// On BLS12-381 all libraries have zcash's form; on BN254, whose p leaves two bits free instead of three, each has
/// its own.
public enum PointEncoding: String, Hashable, Sendable, CaseIterable {
    /// arkworks 0.5, `CanonicalSerialize` compressed.
    case arkworks
    /// gnark-crypto, `Encoder` without `RawEncoding`.
    case gnark
}
