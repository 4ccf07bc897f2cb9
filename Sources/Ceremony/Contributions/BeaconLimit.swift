import CircuitFormats

/// Files say how often a beacon is to be hashed, up to 2^63 times: whoever verifies one says how many are too many.
enum BeaconLimit {
    /// Demands that no beacon takes more than 2^`limit` hashes.
    static func check(_ parameters: [ContributionParameters], _ limit: Int) throws(CeremonyError) {
        for (index, one) in parameters.enumerated() {
            if let beacon = one.beacon, beacon.iterationsExponent > limit {
                throw .longBeacon(
                    contribution: index + 1, exponent: beacon.iterationsExponent, limit: limit)
            }
        }
    }
}
