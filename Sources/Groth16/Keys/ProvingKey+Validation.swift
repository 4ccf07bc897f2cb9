import EllipticCurves

extension ProvingKey {
    /// Demands that all points that lie in a file are on the curve, which arithmetic relies on.
    ///
    /// Reads them once in the life of the key, three or seven multiplications for each point; points of arrays
    /// are known to be valid. That they are in the groups of order r is not checked: a proof that shows
    /// something of points outside is thrown away, see `prove`. Comes after the check that the key is of the
    /// circuit's size: a small file with holes may have any number of points.
    func requireValidPoints() throws(ProvingError) {
        for (part, points) in [(ProvingKeyPart.a, a), (.b1, b1), (.c, c), (.h, h)] {
            if let point = points.firstInvalidForeignPoint() { throw .invalidPoint(point, of: part) }
        }
        if let point = b2.firstInvalidForeignPoint() { throw .invalidPoint(point, of: .b2) }
    }
}
