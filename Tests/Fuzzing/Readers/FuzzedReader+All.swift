extension FuzzedReader {
    /// Every reader of the project. A new one is one more line.
    package static let all: [FuzzedReader] = [
        // Circuits, keys and proofs
        .r1cs, .witness, .provingKey, .lazyProvingKey, .verifyingKey, .verifier, .proof, .publicInputs,
        .libraryProof, .arkworksKey, .gnarkKey,
        // Ceremonies
        .powersOfTau, .lazyPowersOfTau, .keyWithHistory,
        // Points
        .compactPoints, .zcashPoints, .gnarkPoints,
        // Committed models and inputs
        .registration, .opening, .inputCommitment, .inputOpening, .certificate, .partialCertificate,
        // What is beside a circuit, and what a search keeps
        .circuitDescription, .journal, .recipes,
        // Networks and images
        .floatNetwork, .integerNetwork, .array, .greyMap, .image, .indexedImages, .indexedLabels,
        // Texts, and a file of any kind
        .equation, .inspection,
    ]

    /// Returns the reader of a name.
    package static func named(_ name: String) -> FuzzedReader? { all.first { $0.name == name } }
}

extension FuzzedReader {
    /// Reads nothing: what it takes, the fuzzer itself takes.
    package static let nothing = FuzzedReader("nothing", samples: { [[]] }, rewrite: { $0 })
}
