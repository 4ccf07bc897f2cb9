/// Why a wire has one value once others have theirs. `Documentation/DeterminismAudit.md` has the proofs.
public enum AuditRule: Int, Hashable, Sendable, CaseIterable {
    /// The only unknown of a linear equation.
    case linear
    /// The only unknown of a sum of several linear equations or products, which had more unknowns each.
    case sum
    /// The only unknown of `a · b = c`, where it is in c.
    case product
    /// A digit of a known sum, in which every digit has its range.
    case digits
    /// A magnitude of a known value, or a maximum of known ones.
    case magnitude
    /// One of several booleans of which exactly one is 1.
    case oneHot
    /// One of several booleans that choose the first largest of known values.
    case argmax
    /// A range of one element.
    case constant
}
