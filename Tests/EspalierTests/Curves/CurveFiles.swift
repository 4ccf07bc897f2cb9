import Espalier

/// Every file from the small network's circuit to a proof, once per curve: `x.r1cs` and its kin.
struct CurveFiles {
    static let shared = Result { try CurveName.allCases.map { try CurveFiles($0) } }

    static func of(_ curve: CurveName) throws -> CurveFiles {
        try shared.get().first { $0.curve == curve }!
    }

    /// The files, and what each of them is.
    static let names = [
        ("x.r1cs", "circuit"), ("x.circuit.json", "description of a circuit"), ("x.wtns", "witness"),
        ("x.zkey", "Groth16 proving key"), ("x.vkey.json", "Groth16 verifying key"),
        ("proof.json", "Groth16 proof"),
    ]

    let curve: CurveName
    let directory: ScratchDirectory
    let description: CircuitDescription
    let verdict: NetworkVerdict

    private init(_ name: CurveName) throws {
        curve = name
        directory = try ScratchDirectory()
        (description, verdict) = try Self.make(in: directory, on: name.curve)
    }

    /// From the network to a verdict, through files, as two parties would.
    private static func make<Curve: InterchangeCurve>(
        in directory: ScratchDirectory, on curve: Curve.Type
    ) throws -> (CircuitDescription, NetworkVerdict) {
        let small = try SmallPipeline.shared.get()
        let input = try small.integerNetwork.input(for: small.image)
        let circuit = try small.integerNetwork.compiled(CompileOptions(), on: curve)
        try circuit.requireEquality(to: small.integerNetwork, on: small.dataset.test)
        let written = try CircuitFile.write(circuit, to: directory("x.r1cs"))
        let keys = try KeyFiles.write(try written.developmentKey(), of: written, to: directory("x"))
        try directory.write(WitnessFile.encode(try circuit.compiled.witness(for: input)), "x.wtns")

        let file = try CircuitFile<Curve>(contentsOf: directory("x.r1cs"))
        let key = try KeyFiles.provingKey(contentsOf: keys.provingKeyPath, for: file)
        let answer = try file.recompiled(small.integerNetwork, from: "network").prove(input, with: key)
        try answer.write(proof: directory("proof.json"), publicValues: directory("public.json"))
        let verifier = try NetworkVerifier<Curve>(
            keyFile: keys.verifyingKeyPath, allowingDevelopmentKey: true)
        let verdict = try verifier.verify(
            proofFile: directory("proof.json"), publicValues: directory("public.json"), about: small.image)
        return (file.description, verdict)
    }
}
