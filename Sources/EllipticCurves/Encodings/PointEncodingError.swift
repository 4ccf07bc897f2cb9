/// Why bytes are no point of a group.
public enum PointEncodingError: Error, Hashable, Sendable {
    case wrongLength
    /// The flags contradict the form, each other, or the rest of the bytes.
    case wrongFlags
    /// A coordinate is not below p.
    case notCanonical
    /// No point of the curve has these coordinates.
    case notOnCurve
    /// The point is none of the group of order r.
    case notInSubgroup
}
