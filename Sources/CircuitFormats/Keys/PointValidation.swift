/// How points of wires and of the domain, in a key that was read, are checked. Their coordinates are canonical
/// and on the curve in any case; the other points are in the subgroup, too.
public enum PointValidation: Hashable, Sendable {
    /// Every point is in the subgroup of order r. Long lists are checked as a whole by random
    /// combinations, which takes about ten additions for each; a wrong list passes with a probability
    /// below 2^−128.
    case subgroup
    /// Points on the curve are enough: for keys that the same owner wrote. Where somebody else could have put
    /// points outside the subgroup into a key, a proof by it may show something of the witness. In G1 of
    /// BN254 every point of the curve is in the group, so this leaves out G2 only; BLS12-381 has cofactors
    /// in both groups.
    case curve
}
