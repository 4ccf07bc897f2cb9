import ConstraintSystem
import FiniteFields

extension R1CSFile {
    /// Returns the bytes of the file; the same system always gives the same.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func encoded() -> [UInt8] {
        var file = SectionedFileWriter(magic: "r1cs", version: 1, sectionCount: 3)
        file.addSection(1) { header in
            header.write(fieldOf: F.self)
            header.write(count: system.wireCount)
            header.write(count: system.publicOutputCount)
            header.write(count: system.publicInputCount)
            header.write(count: privateInputCount)
            header.write(labelCount)
            header.write(count: system.constraints.count)
        }
        file.addSection(2) { body in
            for constraint in system.constraints {
                for combination in [constraint.a, constraint.b, constraint.c] {
                    body.write(count: combination.terms.count)
                    for term in combination.terms {
                        body.write(term.wire.index)
                        body.write(term.coefficient)
                    }
                }
            }
        }
        file.addSection(3) { map in
            for label in labels { map.write(label) }
        }
        return file.encoded()
    }
}
