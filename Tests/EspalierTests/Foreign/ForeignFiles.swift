import Espalier

/// A circuit that no network has, as another compiler writes it: y = x³ + x + 5 for a private x, with a witness.
struct ForeignFiles {
    let directory: ScratchDirectory
    let circuit: String
    let witness: String

    init(_ curve: CurveName, x: Int = 3) throws {
        directory = try ScratchDirectory()
        (circuit, witness) = try Self.write(in: directory, on: curve.curve, x: x)
    }

    private static func write<Curve: InterchangeCurve>(
        in directory: ScratchDirectory, on _: Curve.Type, x: Int
    ) throws -> (circuit: String, witness: String) {
        let file = R1CSFile(system(over: Curve.ScalarField.self), privateInputCount: 1)
        return (
            try directory.write(file.encoded(), "c.r1cs"),
            try directory.write(witness(x: x, over: Curve.ScalarField.self), "w.wtns")
        )
    }

    /// 1, y, x, x².
    private static func system<F: PrimeField>(over _: F.Type) -> RankOneConstraintSystem<F> {
        func term(_ wire: Int, _ coefficient: F = .one) -> LinearCombination<F> {
            .sum(ofTerms: [.init(Wire(wire), coefficient)])
        }
        return RankOneConstraintSystem(
            publicOutputCount: 1, publicInputCount: 0, wireCount: 4,
            constraints: [
                Constraint(term(2), term(2), term(3)),
                Constraint(
                    term(3), term(2),
                    .sum(ofTerms: [.init(Wire(1), .one), .init(Wire(2), -.one), .init(Wire(0), F(-5))])),
            ])
    }

    /// The bytes of a witness's file; with `y`, of one that is wrong unless it is the right one.
    static func witness<F: PrimeField>(x: Int, y: Int? = nil, over _: F.Type) -> [UInt8] {
        WitnessFile.encode(Witness([1, F(y ?? x * x * x + x + 5), F(x), F(x * x)]))
    }
}
