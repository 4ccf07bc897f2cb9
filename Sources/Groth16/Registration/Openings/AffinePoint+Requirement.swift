import EllipticCurves

extension AffinePoint {
    /// Demands that points are finite members of the group; on all cores.
    static func requireMembers(_ points: [Self], _ path: String) throws(RegistrationError) {
        guard let (index, flaw) = firstMembershipFlaw(in: points) else { return }
        let code: RegistrationError.Code =
            switch flaw {
            case .infinity: .infinity
            case .notOnCurve: .notOnCurve
            case .notInSubgroup: .notInSubgroup
            }
        throw RegistrationError(code, points.count == 1 ? path : "\(path)[\(index)]")
    }
}
