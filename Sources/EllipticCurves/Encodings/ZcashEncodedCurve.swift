/// A curve whose points have the encodings that zcash gave those of BLS12-381 (ZIP 224 and the protocol
/// specification, section 5.4.9.2; IETF draft-irtf-cfrg-pairing-friendly-curves, appendix C).
///
/// A coordinate is a big-endian integer, the one of F_p² being c1 ‖ c0; p leaves the three highest bits
/// of the first byte free for flags. A point is x ‖ y, or *compressed* x alone with a bit that tells which
/// of the two y is meant; infinity is all zeros but for its flags.
public protocol ZcashEncodedCurve: ShortWeierstrassCurve {}

extension BLS12381.G1: ZcashEncodedCurve {}
extension BLS12381.G2: ZcashEncodedCurve {}
