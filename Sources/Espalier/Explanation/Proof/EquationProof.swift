/// What came of proving that somebody knows integers that solve an equation.
struct EquationProof: Encodable, Hashable, Sendable {
    /// The constraints of one part of the circuit.
    struct Region: Encodable, Hashable, Sendable {
        let name: String
        let constraints: Int
    }

    /// A forged statement, and why the verifier refused it.
    struct Refusal: Encodable, Hashable, Sendable {
        let attack: String
        let reason: String
    }

    let curve: CurveName
    /// What a verifier is convinced of, in words.
    let statement: String
    /// The variables' bits, sign included.
    let bits: Int
    /// The bits of a bound on how far the sides can be apart, and of the field.
    let distanceBits: Int
    let fieldBits: Int
    let constraints: Int
    let regions: [Region]
    let domainSize: Int
    /// The public output, as snarkjs writes it.
    let publicValue: String
    let provingKeyBytes: Int
    let verifyingKeyBytes: Int
    let proofBytes: Int
    let setupSeconds: Double
    let proveSeconds: Double
    let verifySeconds: Double
    let refusals: [Refusal]
}
