import EllipticCurves

extension ModelRegistration {
    /// Returns whether two registrations show to everybody that blinding was used again: they have a point in
    /// common, of models or of announcements.
    ///
    /// Fresh blinding makes all points independent and uniformly random. Equal points of models mean equal weights
    /// under equal masks; equal announcements, answered twice, give the whole opening away. What is reused
    /// with other weights shows in the openings only: `ModelOpening.firstBlinding(sharedWith:)`.
    public func sharesPoint(with other: Self) -> Bool {
        let points = Set(published)
        return other.published.contains(where: points.contains)
    }

    private var published: [AffinePoint<Curve.G1>] {
        [constants, constantsProof.announcement, columnsProof.announcement] + columns
    }
}
